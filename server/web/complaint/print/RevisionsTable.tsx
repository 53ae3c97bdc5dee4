import type { Complaint, SupersededDueDate } from "@otklik/shared/complaint/complaint";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { formatMoment } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { sayLastMoment } from "./say-last-moment";

type Revision = Complaint["dueDates"][number] | SupersededDueDate;

interface RevisionsTableProps {
  readonly clock: Clock;
  readonly complaint: Pick<Complaint, "dueDates" | "dueHistory" | "zone">;
}

/** Every date that a clock has had, the first first: what made it, by which versions, and until when it held. */
export function RevisionsTable({ clock, complaint }: RevisionsTableProps) {
  const locale = useLocale();
  const { dueDates, dueHistory, zone } = complaint;
  const revisions: Revision[] = [...dueDates, ...dueHistory]
    .filter((due) => due.clock === clock)
    .sort((one, other) => one.revision - other.revision);
  if (revisions.length === 0) return null;
  return (
    <table class="file-table">
      <caption>{sayDates(locale, "revisions.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{sayDates(locale, "revisions.date")}</th>
          <th scope="col">{sayDates(locale, "revisions.cause")}</th>
          <th scope="col">{sayDates(locale, "revisions.held")}</th>
          <th scope="col">{sayDates(locale, "revisions.versions")}</th>
        </tr>
      </thead>
      <tbody>
        {revisions.map((due) => (
          <tr key={due.revision}>
            <td>{sayLastMoment(locale, due, zone)}</td>
            <td>{sayDeadline(locale, `cause.${due.cause}`)}</td>
            <td>{sayHeld(locale, due, zone)}</td>
            <td>
              {sayDates(locale, "rule.regulation.version", {
                name: due.rule.regulation,
                version: due.rule.regulationVersion,
              })}
              ; {sayDates(locale, "revisions.calendar", { version: due.calendarVersion })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From when to when a date was in force. */
function sayHeld(locale: Locale, due: Revision, zone: string): string {
  const made = formatMoment(locale, due.madeAt, zone);
  if (!("supersededAt" in due)) return sayDates(locale, "revisions.heldSince", { made });
  const replaced = formatMoment(locale, due.supersededAt, zone);
  return sayDates(locale, "revisions.heldUntil", { made, replaced });
}
