import type { Problem } from "@otklik/shared/problem";
import type { TargetedInputEvent } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "password";
  readonly autocomplete?: string;
  readonly hint?: string;
  readonly errors?: Problem["errors"];
  readonly autofocus?: boolean;
}

/** A labelled field with its hint and with what the server found wrong in it. */
export function Field({ label, name, value, onInput, type = "text", ...rest }: FieldProps) {
  const id = useId();
  const wrong = rest.errors?.filter((error) => error.path === name) ?? [];
  const described = [rest.hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  const input = {
    id,
    name,
    value,
    required: true,
    autocomplete: rest.autocomplete,
    autofocus: rest.autofocus,
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
          {wrong.map((error) => error.message).join(" ")}
        </p>
      )}
    </div>
  );
}
