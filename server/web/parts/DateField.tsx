import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { FieldFrame, type FieldWords } from "./FieldFrame";

interface DateFieldProps extends FieldWords {
  readonly name: string;
  /** "" while it is not a whole date. */
  readonly value: IsoDate;
  readonly onInput: (value: IsoDate) => void;
  /** The first and the last day that may be chosen, both inclusive. */
  readonly min?: IsoDate | undefined;
  readonly max?: IsoDate | undefined;
}

/** A labelled local date with its bounds. */
export function DateField({ name, value, onInput, min, max, ...words }: DateFieldProps) {
  return (
    <FieldFrame<HTMLInputElement> {...words}>
      {(ties) => (
        <input
          type="date"
          {...ties}
          name={name}
          value={value}
          min={min}
          max={max}
          required
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
