import type { BusinessHours } from "@otklik/shared/deadline/calendar/business-hours";
import { useId, useRef, useState } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { useAnnounce } from "../../parts/Announcer";
import { formatDayOfWeek } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { DayHours } from "./DayHours";

interface DateHoursProps {
  readonly dates: BusinessHours["dates"];
  readonly mayWrite: boolean;
  readonly onChange: (dates: BusinessHours["dates"]) => void;
}

/** Dates with hours of their own, whatever the calendar says of them. */
export function DateHours({ dates, mayWrite, onChange }: DateHoursProps) {
  const locale = useLocale();
  const announce = useAnnounce();
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [on, setOn] = useState("");
  const days = Object.keys(dates).sort();
  const isKnown = on in dates;
  return (
    <section class="settings-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1} ref={title}>
        {saySettings(locale, "hours.dates")}
      </h2>
      <p class="muted">
        {saySettings(locale, days.length === 0 ? "hours.dates.none" : "hours.dates.detail")}
      </p>
      <div class="hours-days">
        {days.map((day) => (
          <DayHours
            key={day}
            name={formatDayOfWeek(locale, day)}
            intervals={dates[day] ?? []}
            mayWrite={mayWrite}
            onChange={(intervals) => onChange({ ...dates, [day]: intervals })}
            onRemove={() => {
              const { [day]: _removed, ...others } = dates;
              onChange(others);
              announce(saySettings(locale, "hours.dates.removed", { day: formatDayOfWeek(locale, day) }));
              // The button that had the focus goes with its date.
              title.current?.focus();
            }}
          />
        ))}
      </div>
      {mayWrite && (
        <form
          class="settings-line"
          onSubmit={(event) => {
            event.preventDefault();
            if (on === "" || isKnown) return;
            onChange({ ...dates, [on]: [] });
            announce(saySettings(locale, "hours.dates.added", { day: formatDayOfWeek(locale, on) }));
            setOn("");
          }}
        >
          <div class="field">
            <label for={`${id}-on`}>{saySettings(locale, "hours.dates.on")}</label>
            <input
              type="date"
              id={`${id}-on`}
              required
              min="1990-01-01"
              max="2100-12-31"
              value={on}
              onInput={(event) => setOn(event.currentTarget.value)}
            />
          </div>
          <button type="submit" class="button" aria-disabled={isKnown}>
            {saySettings(locale, "hours.dates.add")}
          </button>
        </form>
      )}
    </section>
  );
}
