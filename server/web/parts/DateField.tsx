import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { useEffect, useId, useRef } from "preact/hooks";

interface DateFieldProps {
  readonly label: string;
  readonly name: string;
  /** "" while it is not a whole date. */
  readonly value: IsoDate;
  readonly onInput: (value: IsoDate) => void;
  /** The first and the last day that may be chosen, both inclusive. */
  readonly min?: IsoDate | undefined;
  readonly max?: IsoDate | undefined;
  readonly hint?: string;
  /** What is wrong with the value, in words. */
  readonly wrong?: readonly string[];
  readonly autofocus?: boolean;
}

/** A labelled local date, with its bounds and with what was found wrong in it. */
export function DateField({ label, name, value, onInput, ...rest }: DateFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (rest.autofocus) field.current?.focus();
  }, []);
  const wrong = rest.wrong ?? [];
  const described = [rest.hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        type="date"
        id={id}
        name={name}
        ref={field}
        value={value}
        min={rest.min}
        max={rest.max}
        required
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
