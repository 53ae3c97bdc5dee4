import type { Complaint } from "@otklik/shared/complaint/complaint";
import { OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Session } from "@otklik/shared/people/account";
import type { RefObject } from "preact";
import { sayDates } from "../../messages/dates/index";
import { useLocale } from "../../preferences/Preferences";
import { DueState } from "./DueState";
import { Extensions } from "./Extensions";
import { PastDates } from "./PastDates";
import { RevisionNote } from "./RevisionNote";
import { StandingClock } from "./StandingClock";
import { WhyThisDate } from "./WhyThisDate";

interface DueDatesProps {
  readonly complaint: Complaint;
  readonly session: Session;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly now: Date;
  readonly onChanged: (complaint: Complaint) => void;
  readonly onOutdated: () => Promise<void>;
}

/** Every clock of the complaint: what is owed by when, what stands still, what was done in time, and what is owed no more. */
export function DueDates({ complaint, session, heading, now, onChanged, onOutdated }: DueDatesProps) {
  const locale = useLocale();
  const { dueDates, pausedClocks, dueHistory, zone } = complaint;
  const ordered = [...dueDates].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  const shown = new Set([...dueDates, ...pausedClocks].map(({ clock }) => clock));
  // Of a complaint that was opened again, nobody asks until when it would have been kept.
  const gone = OWED_CLOCKS.filter(
    (clock) => !shown.has(clock) && dueHistory.some((due) => due.clock === clock),
  );
  return (
    <section class="part" aria-labelledby="due-title">
      <h2 id="due-title" ref={heading} tabIndex={-1}>
        {sayDates(locale, "due.title")}
      </h2>
      <ul class="plain-list dues">
        {ordered.map((due) => (
          <li class="due-item" key={due.clock}>
            <div class="due-line">
              <span class="due-clock">{sayDeadline(locale, `clock.${due.clock}`)}</span>
              <DueState due={due} complaint={complaint} now={now} />
            </div>
            <RevisionNote due={due} complaint={complaint} now={now} />
            <Extensions
              clock={due.clock}
              complaint={complaint}
              session={session}
              now={now}
              onChanged={onChanged}
              onOutdated={onOutdated}
            />
            <WhyThisDate due={due} complaint={complaint} now={now} />
          </li>
        ))}
        {pausedClocks.map((paused) => (
          <StandingClock paused={paused} complaint={complaint} now={now} key={paused.clock} />
        ))}
        {gone.map((clock) => (
          <li class="due-item" key={clock}>
            <div class="due-line">
              <span class="due-clock">{sayDeadline(locale, `clock.${clock}`)}</span>
              <span class="muted">{sayDates(locale, "due.notOwed")}</span>
            </div>
            <details class="why">
              <summary>{sayDates(locale, "past.title")}</summary>
              <div class="why-body">
                <PastDates clock={clock} history={dueHistory} reading={{ zone, now }} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
