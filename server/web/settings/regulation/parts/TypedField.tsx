import type { TargetedInputEvent } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface TypedFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "date" | "datetime-local";
  /** Brings up figures on a phone; the field stays one of text, so that nothing typed is swallowed. */
  readonly isNumber?: boolean;
  readonly isRequired?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong with the value, in words. */
  readonly wrong?: string | null;
  readonly autofocus?: boolean;
  readonly isFixed?: boolean;
}

/** A labelled field of one line with its hint and with what is wrong in it. */
export function TypedField({ label, name, value, onInput, type = "text", ...rest }: TypedFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // Before the next key press, which may come at once.
  useLayoutEffect(() => {
    if (!rest.autofocus) return;
    field.current?.focus();
    field.current?.select();
  }, []);
  const { hint, wrong = null } = rest;
  const described = [hint && `${id}-hint`, wrong !== null && `${id}-error`].filter(Boolean).join(" ");
  const input = {
    ref: field,
    id,
    name,
    value,
    required: rest.isRequired ?? true,
    "aria-invalid": wrong !== null,
    "aria-describedby": described === "" ? undefined : described,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === "date" ? (
        <input type="date" {...input} />
      ) : type === "datetime-local" ? (
        <input type="datetime-local" {...input} />
      ) : (
        <input
          type="text"
          inputMode={rest.isNumber ? "numeric" : undefined}
          autocomplete="off"
          readOnly={rest.isFixed ?? false}
          {...input}
        />
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong !== null && (
        <p class="field-error" id={`${id}-error`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
