import type { Colleague } from "@otklik/shared/people/colleague";
import { FieldFrame, type FieldWords } from "../../parts/FieldFrame";

interface ColleagueFieldProps extends FieldWords {
  /** Those who may be chosen. */
  readonly colleagues: readonly Colleague[];
  /** Empty while nobody is chosen. */
  readonly chosen: string;
  /** What stands there while nobody is chosen. */
  readonly prompt: string;
  readonly onChoose: (id: string) => void;
}

/** A labelled choice of one colleague. */
export function ColleagueField({ colleagues, chosen, prompt, onChoose, ...words }: ColleagueFieldProps) {
  return (
    <FieldFrame<HTMLSelectElement> {...words}>
      {(ties) => (
        <select
          {...ties}
          name="person"
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{prompt}</option>
          {colleagues.map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
