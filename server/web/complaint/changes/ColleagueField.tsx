import type { Colleague } from "@otklik/shared/people/colleague";
import { FieldFrame, type FieldWords } from "../../parts/FieldFrame";
import { sayRoles } from "../../people/say-roles";
import { useLocale } from "../../preferences/Preferences";

interface ColleagueFieldProps extends FieldWords {
  /** Those who may be chosen. */
  readonly colleagues: readonly Colleague[];
  /** Empty while nobody is chosen. */
  readonly chosen: string;
  /** What stands there while nobody is chosen. */
  readonly prompt: string;
  readonly onChoose: (id: string) => void;
}

/** A labelled choice of one colleague; their roles tell two of one name apart. */
export function ColleagueField({ colleagues, chosen, prompt, onChoose, ...words }: ColleagueFieldProps) {
  const locale = useLocale();
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
          {colleagues.map(({ id, name, roles }) => (
            <option value={id} key={id}>
              {name} ({sayRoles(locale, roles)})
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
