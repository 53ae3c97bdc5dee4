import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
  readonly hint?: string | undefined;
  readonly autofocus?: boolean;
}

/** One of a closed list. */
export function ChoiceField<Value extends string>({
  label,
  name,
  value,
  values,
  nameOf,
  onChoose,
  ...rest
}: ChoiceFieldProps<Value>) {
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    if (rest.autofocus) field.current?.focus();
  }, []);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        ref={field}
        id={id}
        name={name}
        value={value}
        aria-describedby={rest.hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const chosen = values.find((each) => each === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((each) => (
          <option value={each} key={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      {rest.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {rest.hint}
        </p>
      )}
    </div>
  );
}
