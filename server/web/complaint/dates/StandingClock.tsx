import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { PausedClock } from "@otklik/shared/complaint/term-changes";
import { sayRemaining } from "@otklik/shared/deadline/say/say-due";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayDates } from "../../messages/dates/index";
import { formatInstant } from "../../parts/format-when";
import { Icon } from "../../parts/Icon";
import { useLocale } from "../../preferences/Preferences";
import { PastDates } from "./PastDates";
import { RuleFacts } from "./RuleFacts";

interface StandingClockProps {
  readonly paused: PausedClock;
  readonly complaint: Pick<Complaint, "zone" | "window" | "dueHistory" | "pauses">;
  readonly now: Date;
}

/** A clock that stands still while the complainant is waited for: since when, and what was left of it then. */
export function StandingClock({ paused, complaint, now }: StandingClockProps) {
  const locale = useLocale();
  const { zone, window, dueHistory, pauses } = complaint;
  const pause = pauses.find(({ to }) => to === null);
  return (
    <li class="due-item">
      <div class="due-line">
        <span class="due-clock">{sayDeadline(locale, `clock.${paused.clock}`)}</span>
        {pause !== undefined && (
          <span class="due-state">
            <span class="due due-none">
              <Icon name="stands" />
              {sayDates(locale, "due.stands", { when: formatInstant(locale, pause.from, zone, now) })}
            </span>
            <span class="muted">
              {sayRemaining(locale, { ...paused, provisional: false }, new Date(pause.from), zone, window)}
            </span>
          </span>
        )}
      </div>
      {pause !== undefined && (
        <p class="muted due-note lines">{sayDates(locale, "due.stands.reason", { reason: pause.reason })}</p>
      )}
      <details class="why">
        <summary>{sayDates(locale, "due.why.stands")}</summary>
        <div class="why-body">
          <p>{sayDates(locale, "due.stands.detail")}</p>
          <dl class="facts">
            <RuleFacts rule={paused.rule} calendarVersion={null} />
          </dl>
          <PastDates clock={paused.clock} history={dueHistory} reading={{ zone, now }} />
        </div>
      </details>
    </li>
  );
}
