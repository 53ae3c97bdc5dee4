import { calendarChanges } from "@otklik/shared/deadline/calendar/calendar-changes";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { useMemo } from "preact/hooks";
import { saySettings } from "../../messages/settings/index";
import { useLocale } from "../../preferences/Preferences";
import { otherChanges } from "../calendar/other-changes";
import { DayChangeTable } from "../parts/DayChangeTable";

/** In what one calendar differs from another: day by day, and in its settings. */
export function CalendarDiff({ before, after }: { before: WorkCalendar; after: WorkCalendar }) {
  const locale = useLocale();
  const days = useMemo(() => calendarChanges(before, after), [before, after]);
  const others = otherChanges(locale, before, after);
  return (
    <>
      {days.length > 0 && <DayChangeTable changes={days} />}
      {others.length > 0 && (
        <table class="changes">
          <caption>{saySettings(locale, "changes.others")}</caption>
          <thead>
            <tr>
              <th scope="col">{saySettings(locale, "changes.what")}</th>
              <th scope="col">{saySettings(locale, "changes.before")}</th>
              <th scope="col">{saySettings(locale, "changes.after")}</th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ what, before: was, after: is }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{was}</td>
                <td>{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
