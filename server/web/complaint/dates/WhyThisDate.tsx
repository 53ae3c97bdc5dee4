import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayWhy } from "@otklik/shared/deadline/say/say-why";
import { sayDates } from "../../messages/dates/index";
import { formatInstant } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { toExplained } from "./explained-due";
import { PastDates } from "./PastDates";
import { RuleFacts } from "./RuleFacts";
import { TermTrace } from "./TermTrace";

interface WhyThisDateProps {
  readonly due: Complaint["dueDates"][number];
  readonly complaint: Pick<Complaint, "zone" | "dueHistory">;
  readonly now: Date;
}

/** How a due date came about: in one sentence, by which rule, through which days, and what it was before. */
export function WhyThisDate({ due, complaint, now }: WhyThisDateProps) {
  const locale = useLocale();
  const { zone, dueHistory } = complaint;
  return (
    <details class="why">
      <summary>{sayDates(locale, "due.why")}</summary>
      <div class="why-body">
        <p>{sayWhy(locale, toExplained(due, zone), now, zone)}</p>
        {due.provisional && <p class="note">{sayDates(locale, "due.provisional.detail")}</p>}
        <TermTrace due={due} zone={zone} />
        <dl class="facts">
          <dt>{sayDates(locale, "due.start")}</dt>
          <dd>{formatInstant(locale, due.startAt, zone, now)}</dd>
          <RuleFacts rule={due.rule} calendarVersion={due.calendarVersion} />
        </dl>
        <PastDates clock={due.clock} history={dueHistory} reading={{ zone, now }} />
      </div>
    </details>
  );
}
