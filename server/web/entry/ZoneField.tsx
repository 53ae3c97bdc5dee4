import { useId, useMemo } from "preact/hooks";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { zoneList } from "./zone-list";

/** The organisation's time zone, each with its present distance from Greenwich. */
export function ZoneField({ value, onInput }: { value: string; onInput: (zone: string) => void }) {
  const locale = useLocale();
  const id = useId();
  const zones = useMemo(() => zoneList(value, new Date()), []);
  return (
    <div class="field">
      <label for={id}>{sayDesk(locale, "setUp.zone")}</label>
      <select
        id={id}
        name="zone"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onInput(event.currentTarget.value)}
      >
        {zones.map(({ zone, offset }) => (
          <option value={zone} key={zone}>
            {zone} ({offset})
          </option>
        ))}
      </select>
      <p class="field-hint" id={`${id}-hint`}>
        {sayDesk(locale, "setUp.zone.hint")}
      </p>
    </div>
  );
}
