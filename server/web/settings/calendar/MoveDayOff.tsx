import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import { useId, useState } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { formatDayOfWeek } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { moveDayOff, moveFault } from "./edit/move-day-off";
import { sayDay } from "./say-day";

interface MoveDayOffProps {
  readonly calendar: WorkCalendar;
  /** First and last day of the year that is shown. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly onChange: (calendar: WorkCalendar) => void;
}

/** A day off is moved as decrees move it: from a weekend or a holiday to a worked day. */
export function MoveDayOff({ calendar, from, to, onChange }: MoveDayOffProps) {
  const locale = useLocale();
  const announce = useAnnounce();
  const id = useId();
  const [moved, setMoved] = useState({ from: "", to: "" });
  const isWhole = moved.from !== "" && moved.to !== "";
  const fault = isWhole ? moveFault(calendar, moved.from, moved.to) : null;
  const after = isWhole && fault === null ? moveDayOff(calendar, moved.from, moved.to) : null;

  return (
    <form
      class="settings-part"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (after === null) return;
        onChange(after);
        setMoved({ from: "", to: "" });
        announce(saySettings(locale, "move.done", { day: formatDayOfWeek(locale, moved.to) }));
      }}
    >
      <h2 id={`${id}-title`}>{saySettings(locale, "move.title")}</h2>
      <div class="settings-line">
        {(["from", "to"] as const).map((end) => (
          <div class="field" key={end}>
            <label for={`${id}-${end}`}>{saySettings(locale, `move.${end}`)}</label>
            <input
              type="date"
              id={`${id}-${end}`}
              required
              min={from}
              max={to}
              value={moved[end]}
              aria-invalid={fault !== null}
              aria-describedby={`${id}-effect`}
              onInput={(event) => setMoved({ ...moved, [end]: event.currentTarget.value })}
            />
          </div>
        ))}
        <button type="submit" class="button" aria-disabled={after === null}>
          {saySettings(locale, "move.submit")}
        </button>
      </div>
      <p class={fault === null ? "muted sentence" : "field-error"} id={`${id}-effect`} role="status">
        {fault !== null
          ? saySettings(locale, `move.${fault}`)
          : after === null
            ? saySettings(locale, "move.hint")
            : saySettings(locale, "move.becomes", {
                one: sayDay(locale, moved.from, after),
                other: sayDay(locale, moved.to, after),
              })}
      </p>
    </form>
  );
}
