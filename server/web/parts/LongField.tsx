import { useEffect, useId, useRef } from "preact/hooks";

interface LongFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly wrong?: readonly string[];
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly maxLength?: number;
}

/** A labelled field for a few sentences, with its hint and with what was found wrong in it. */
export function LongField({ label, name, value, onInput, ...rest }: LongFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (rest.autofocus) field.current?.focus();
  }, []);
  const wrong = rest.wrong ?? [];
  const described = [rest.hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        ref={field}
        rows={3}
        value={value}
        required={rest.required ?? true}
        maxLength={rest.maxLength}
        aria-invalid={wrong.length > 0}
        aria-describedby={described === "" ? undefined : described}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {rest.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {rest.hint}
        </p>
      )}
      {wrong.length > 0 && (
        <p class="field-error" id={`${id}-error`}>
          {wrong.join(" ")}
        </p>
      )}
    </div>
  );
}
