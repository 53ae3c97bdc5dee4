import type { CalendarDayChange } from "@otklik/shared/deadline/calendar/calendar-changes";
import { useState } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { formatDayOfWeek } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { sayKind } from "../calendar/say-day";

/** So many days are shown at once: a change of the week changes hundreds. */
const SHOWN = 40;

/** Days that two calendars see differently. */
export function DayChangeTable({ changes }: { changes: readonly CalendarDayChange[] }) {
  const locale = useLocale();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, SHOWN);
  return (
    <>
      <table class="changes">
        <caption>{saySettings(locale, "changes.daysCount", { count: changes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{saySettings(locale, "changes.day")}</th>
            <th scope="col">{saySettings(locale, "changes.before")}</th>
            <th scope="col">{saySettings(locale, "changes.after")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ on, before, after, shortBefore, shortAfter }) => (
            <tr key={on}>
              <th scope="row">
                <a href={`/settings/calendar?year=${on.slice(0, 4)}`}>
                  {formatDayOfWeek(locale, on, "short")}
                </a>
              </th>
              <td>{sayKind(locale, before, shortBefore)}</td>
              <td>{sayKind(locale, after, shortAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < changes.length && (
        <button type="button" class="button button-small" onClick={() => setWhole(true)}>
          {saySettings(locale, "changes.all", { count: changes.length })}
        </button>
      )}
    </>
  );
}
