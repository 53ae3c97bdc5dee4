import type { TargetedInputEvent } from "preact";
import { FieldFrame, type FieldWords } from "./FieldFrame";

interface FieldProps extends FieldWords {
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete?: string;
  readonly inputMode?: "numeric";
}

/** A labelled field of one line. */
export function Field({
  name,
  value,
  onInput,
  type = "text",
  autocomplete,
  inputMode,
  ...words
}: FieldProps) {
  return (
    <FieldFrame<HTMLInputElement> {...words}>
      {(ties) => {
        const input = {
          ...ties,
          name,
          value,
          required: true,
          autocomplete,
          inputMode,
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
        };
        if (type === "password") return <input type="password" {...input} />;
        return type === "email" ? <input type="email" {...input} /> : <input type="text" {...input} />;
      }}
    </FieldFrame>
  );
}
