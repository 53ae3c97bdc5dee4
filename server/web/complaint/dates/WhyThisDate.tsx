import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { formatDay, formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { CountedDays } from "./CountedDays";
import { isInDays } from "./is-in-days";

interface WhyThisDateProps {
  readonly due: Complaint["dueDates"][number];
  readonly zone: string;
  readonly now: Date;
}

/** How a due date came about: the rule, the event it runs from, and every day that was passed. */
export function WhyThisDate({ due, zone, now }: WhyThisDateProps) {
  const locale = useLocale();
  const { rule } = due;
  const when = formatInstant(locale, due.startAt, zone, now);
  const inDays = isInDays(due);
  return (
    <details class="why">
      <summary>{sayDates(locale, "due.why")}</summary>
      <div class="why-body">
        <dl class="facts">
          <dt>{sayDates(locale, "due.term")}</dt>
          <dd>{sayDeadline(locale, `term.${rule.unit}`, { count: rule.n })}</dd>
          <dt>{sayDates(locale, "due.start")}</dt>
          <dd>
            {sayDates(locale, rule.from === "received" ? "due.fromReceived" : "due.fromRegistered", { when })}
          </dd>
          <dt>{sayDates(locale, "due.end")}</dt>
          <dd>
            {inDays
              ? sayDates(locale, "due.endOfDay", { day: formatDay(locale, due.dueOn) })
              : formatInstant(locale, due.dueAt, zone, now)}
          </dd>
          <dt>{sayDates(locale, "due.basis")}</dt>
          <dd>{sayAct(locale, rule.basis)}</dd>
          <dt>{sayDates(locale, "due.regulation")}</dt>
          <dd>
            {sayDates(locale, "due.regulation.version", {
              name: rule.regulation,
              version: rule.regulationVersion,
              calendar: due.calendarVersion,
            })}
          </dd>
        </dl>
        {!inDays && <p>{sayDates(locale, "due.roundTheClock")}</p>}
        {due.provisional && <p class="note">{sayDates(locale, "due.provisional.detail")}</p>}
        {inDays && <CountedDays trace={due.trace} dueOn={due.dueOn} />}
      </div>
    </details>
  );
}
