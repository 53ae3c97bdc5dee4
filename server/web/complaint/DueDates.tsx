import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDesk } from "../messages/index";
import { formatDay, formatInstant } from "../parts/format-when";
import { Icon } from "../parts/Icon";
import { useLocale } from "../preferences/Preferences";
import { DueMark } from "../register/DueMark";
import { isInDays } from "./is-in-days";
import { WhyThisDate } from "./WhyThisDate";

/** Every clock of the complaint, the earliest first: what is owed by when, and what was done in time. */
export function DueDates({ complaint, now }: { complaint: Complaint; now: Date }) {
  const locale = useLocale();
  const { dueDates, zone } = complaint;
  const ordered = [...dueDates].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  const endOf = (due: (typeof ordered)[number]) =>
    isInDays(due) ? formatDay(locale, due.dueOn) : formatInstant(locale, due.dueAt, zone, now);
  return (
    <section class="part" aria-labelledby="due-title">
      <h2 id="due-title">{sayDesk(locale, "due.title")}</h2>
      <ul class="plain-list dues">
        {ordered.map((due) => (
          <li class="due-item" key={due.clock}>
            <div class="due-line">
              <span class="due-clock">{sayDeadline(locale, `clock.${due.clock}`)}</span>
              {due.metAt === null ? (
                <span>
                  <DueMark due={due} now={now} zone={zone} />
                  {new Date(due.dueAt) <= now && (
                    <span class="muted"> {sayDesk(locale, "due.was", { when: endOf(due) })}</span>
                  )}
                </span>
              ) : (
                <MetMark metAt={due.metAt} dueAt={due.dueAt} zone={zone} now={now} />
              )}
            </div>
            <WhyThisDate due={due} zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MetMarkProps {
  readonly metAt: string;
  readonly dueAt: string;
  readonly zone: string;
  readonly now: Date;
}

function MetMark({ metAt, dueAt, zone, now }: MetMarkProps) {
  const locale = useLocale();
  const isLate = new Date(metAt) >= new Date(dueAt);
  const when = formatInstant(locale, metAt, zone, now);
  return (
    <span class={`due ${isLate ? "due-overdue" : "due-in_time"}`}>
      <Icon name={isLate ? "overdue" : "none"} />
      {sayDesk(locale, isLate ? "due.metLate" : "due.met", { when })}
    </span>
  );
}
