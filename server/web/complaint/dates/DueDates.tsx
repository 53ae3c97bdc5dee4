import type { Complaint, ComplaintDueDate } from "@otklik/shared/complaint/complaint";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { formatDay, formatInstant } from "../../parts/format-when";
import { Icon } from "../../parts/Icon";
import { useLocale } from "../../preferences/Preferences";
import { DueMark } from "../../register/DueMark";
import { isInDays } from "./is-in-days";
import { WhyThisDate } from "./WhyThisDate";

/** Every clock of the complaint, the earliest first: what is owed by when, and what was done in time. */
export function DueDates({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const { dueDates, zone } = complaint;
  const ordered = [...dueDates].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  return (
    <section class="part" aria-labelledby="due-title">
      <h2 id="due-title">{sayDates(locale, "due.title")}</h2>
      <ul class="plain-list dues">
        {ordered.map((due) => (
          <li class="due-item" key={due.clock}>
            <div class="due-line">
              <span class="due-clock">{sayDeadline(locale, `clock.${due.clock}`)}</span>
              <DueState due={due} isClosed={complaint.closedAt !== null} complaint={complaint} now={now} />
            </div>
            <WhyThisDate due={due} zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DueStateProps {
  readonly due: ComplaintDueDate;
  readonly isClosed: boolean;
  readonly complaint: Pick<Complaint, "zone" | "window">;
  readonly now: Date;
}

/** What became of a due date: done, no longer owed, or still running. */
function DueState({ due, isClosed, complaint, now }: DueStateProps) {
  const locale = useLocale();
  const { zone, window } = complaint;
  const { metAt, dueAt, dueOn } = due;
  if (metAt !== null) {
    const isLate = new Date(metAt) >= new Date(dueAt);
    const when = formatInstant(locale, metAt, zone, now);
    return (
      <span class={`due ${isLate ? "due-overdue" : "due-in_time"}`}>
        <Icon name={isLate ? "overdue" : "none"} />
        {sayDates(locale, isLate ? "due.metLate" : "due.met", { when })}
      </span>
    );
  }
  if (isClosed) return <span class="muted">{sayDates(locale, "due.notOwed")}</span>;
  const end = isInDays(due) ? formatDay(locale, dueOn) : formatInstant(locale, dueAt, zone, now);
  return (
    <span>
      <DueMark due={due} now={now} zone={zone} window={window} />
      {new Date(dueAt) <= now && <span class="muted"> {sayDates(locale, "due.was", { when: end })}</span>}
    </span>
  );
}
