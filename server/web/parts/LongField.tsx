import { FieldFrame, type FieldWords } from "./FieldFrame";

interface LongFieldProps extends FieldWords {
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly required?: boolean;
  readonly maxLength?: number;
}

/** A labelled field for a few sentences. */
export function LongField({ name, value, onInput, required = true, maxLength, ...words }: LongFieldProps) {
  return (
    <FieldFrame<HTMLTextAreaElement> {...words}>
      {(ties) => (
        <textarea
          {...ties}
          name={name}
          rows={3}
          value={value}
          required={required}
          maxLength={maxLength}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
