interface Props {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** Named by its own label; without one the surrounding field's label names it. */
  readonly label?: string;
  readonly isAddress?: boolean;
  readonly error?: string | undefined;
}

/** One line; an empty one is null. */
export function TextInput({ id, value, onChange, label, isAddress = false, error }: Props) {
  const input = (
    <input
      id={id}
      inputMode={isAddress ? "url" : "text"}
      value={value ?? ""}
      autocomplete="off"
      spellcheck={false}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      onInput={(event) => onChange(event.currentTarget.value || null)}
    />
  );
  if (label === undefined) return input;
  return (
    <div class="part">
      <label for={id}>{label}</label>
      {input}
      {error !== undefined && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
