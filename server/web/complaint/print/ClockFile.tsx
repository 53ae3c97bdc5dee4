import type { Complaint } from "@otklik/shared/complaint/complaint";
import { sayWhy } from "@otklik/shared/deadline/say/say-why";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { sayDates } from "../../messages/dates/index";
import { formatMoment } from "../../parts/format-when";
import { useLocale } from "../../preferences/Preferences";
import { CountedTime } from "../dates/CountedTime";
import { toExplained } from "../dates/explained-due";
import { RuleFacts } from "../dates/RuleFacts";
import { runsInTime } from "../dates/runs-in-time";
import { RevisionsTable } from "./RevisionsTable";
import { RunsTable } from "./RunsTable";
import { sayLastMoment } from "./say-last-moment";

/** A document says the year of every date: none is the current one when it is read. */
const READ_IN_ANY_YEAR = new Date(0);

interface ClockFileProps {
  readonly clock: Clock;
  readonly complaint: Complaint;
  readonly now: Date;
}

/** One clock: what is owed by when, the rule and its act, every day that was counted, and every date before. */
export function ClockFile({ clock, complaint, now }: ClockFileProps) {
  const locale = useLocale();
  const { zone } = complaint;
  const due = complaint.dueDates.find((each) => each.clock === clock);
  const paused = complaint.pausedClocks.find((each) => each.clock === clock);
  return (
    <section class="file-clock">
      <h2>{sayDeadline(locale, `clock.${clock}`)}</h2>
      <p class="file-state">{sayState(locale, clock, complaint, now)}</p>
      {due !== undefined && (
        <>
          <p>{sayWhy(locale, toExplained(due, zone), READ_IN_ANY_YEAR, zone)}</p>
          {due.provisional && <p>{sayDates(locale, "due.provisional.detail")}</p>}
          <dl class="facts">
            <dt>{sayDates(locale, "due.start")}</dt>
            <dd>{formatMoment(locale, due.startAt, zone)}</dd>
            <RuleFacts rule={due.rule} calendarVersion={due.calendarVersion} />
          </dl>
          {due.cause === "extended" && due.trace.length > 0 && <p>{sayDates(locale, "due.trace.ofRule")}</p>}
          {due.trace.length === 0 ? (
            <p>{sayDates(locale, "strip.unknown")}</p>
          ) : runsInTime(due.rule) ? (
            <CountedTime trace={due.trace} zone={zone} />
          ) : (
            <RunsTable trace={due.trace} />
          )}
        </>
      )}
      {paused !== undefined && (
        <dl class="facts">
          <RuleFacts rule={paused.rule} calendarVersion={null} />
        </dl>
      )}
      <RevisionsTable clock={clock} complaint={complaint} />
    </section>
  );
}

/** What has become of a clock, for somebody who reads it years later: no date is told by how far it is. */
function sayState(locale: Locale, clock: Clock, complaint: Complaint, now: Date): string {
  const { dueDates, pausedClocks, pauses, status, zone } = complaint;
  const when = (instant: string) => formatMoment(locale, instant, zone);
  const since = pauses.find(({ to }) => to === null)?.from;
  if (since !== undefined && pausedClocks.some((paused) => paused.clock === clock)) {
    return sayDates(locale, "due.stands", { when: when(since) });
  }
  const due = dueDates.find((each) => each.clock === clock);
  if (due === undefined) return sayDates(locale, clock === "retention" ? "file.retention" : "due.notOwed");
  const end = sayLastMoment(locale, due, zone);
  if (clock === "retention") return sayDates(locale, "file.kept", { end });
  if (due.metAt !== null) {
    const isLate = new Date(due.metAt) >= new Date(due.dueAt);
    return sayDates(locale, isLate ? "file.metLate" : "file.met", { end, when: when(due.metAt) });
  }
  if (status === "closed") return sayDates(locale, "due.notOwed");
  return sayDates(locale, new Date(due.dueAt) <= now ? "file.overdue" : "file.due", { end });
}
