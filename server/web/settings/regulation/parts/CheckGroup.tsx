interface CheckGroupProps<Value extends string> {
  readonly legend: string;
  /** Said after the legend while nothing is chosen, such as "all". */
  readonly none: string;
  readonly values: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => string;
  /** In the order of the list. */
  readonly onChoose: (chosen: readonly Value[]) => void;
}

/** Any number of a closed list. */
export function CheckGroup<Value extends string>({
  legend,
  none,
  values,
  chosen,
  nameOf,
  onChoose,
}: CheckGroupProps<Value>) {
  const toggle = (value: Value) =>
    onChoose(values.filter((each) => (each === value ? !chosen.includes(value) : chosen.includes(each))));
  return (
    <fieldset class="check-group">
      <legend>
        {legend}
        {chosen.length === 0 && <span class="check-none">: {none}</span>}
      </legend>
      <div class="checks">
        {values.map((value) => (
          <label class="check" key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span>{nameOf(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
