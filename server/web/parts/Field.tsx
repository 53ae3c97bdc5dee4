import type { TargetedInputEvent } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete?: string;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly wrong?: readonly string[];
  readonly autofocus?: boolean;
}

/** A labelled field with its hint and with what the server found wrong in it. */
export function Field({ label, name, value, onInput, type = "text", ...rest }: FieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // The attribute alone works only when the whole page is loaded.
  useEffect(() => {
    if (rest.autofocus) field.current?.focus();
  }, []);
  const wrong = rest.wrong ?? [];
  const described = [rest.hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  const input = {
    id,
    name,
    value,
    required: true,
    autocomplete: rest.autocomplete,
    ref: field,
    "aria-invalid": wrong.length > 0,
    "aria-describedby": described === "" ? undefined : described,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === "password" ? (
        <input type="password" {...input} />
      ) : type === "email" ? (
        <input type="email" {...input} />
      ) : (
        <input type="text" {...input} />
      )}
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
