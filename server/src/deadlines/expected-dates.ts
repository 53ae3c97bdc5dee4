import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Pause } from "@otklik/shared/deadline/count/pauses";
import { type DueFacts, dueDatesOf } from "@otklik/shared/deadline/due";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { dueDatesInPause } from "@otklik/shared/deadline/due-in-pause";
import { rulesFor } from "@otklik/shared/deadline/regulation/regulation";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { Clock } from "@otklik/shared/deadline/vocabulary";
import { type ComplaintTerms, runningPause, type TermEvent } from "./complaint-terms";

/** What the rules give a complaint, by clock. */
export interface ExpectedDates {
  readonly running: ReadonlyMap<Clock, DueDate>;
  /** Clocks that stand still while the complainant is waited for, with the date that they would have. */
  readonly still: ReadonlyMap<Clock, DueDate>;
}

/** Counts the due dates of a complaint by what is known of it, and the calendar of today. Of several events the earliest wins. */
export function expectedDates(terms: ComplaintTerms, calendar: WorkCalendar, zone: string): ExpectedDates {
  const pause = runningPause(terms);
  const running: DueDate[] = [];
  const still: DueDate[] = [];
  for (const event of terms.events) {
    const facts = factsOf(terms, event);
    const counted =
      pause === null
        ? { running: dueDatesOf(facts, terms.regulation, calendar, zone), still: [] }
        : dueDatesInPause(facts, pause.from, terms.regulation, calendar, zone);
    running.push(...counted.running.filter(({ clock }) => !event.met.includes(clock)));
    still.push(...counted.still.filter(({ clock }) => !event.met.includes(clock)));
  }
  const goesOn = earliestByClock(running);
  return { running: goesOn, still: earliestByClock(still.filter(({ clock }) => !goesOn.has(clock))) };
}

/** The due date of every single rule that sets a term for a clock: not only of the one that holds. */
export function datesByRule(
  terms: ComplaintTerms,
  clock: Clock,
  calendar: WorkCalendar,
  zone: string,
): DueDate[] {
  const { regulation } = terms;
  return terms.events
    .filter(({ met }) => !met.includes(clock))
    .flatMap((event) => {
      const facts = factsOf(terms, event);
      const limits = rulesFor(facts, regulation, localDateOf(facts.registeredAt, zone))
        .map(({ limit }) => limit)
        .filter((limit) => limit.clock === clock);
      return limits.flatMap((limit) =>
        dueDatesOf(facts, { ...regulation, timeLimits: [limit] }, calendar, zone),
      );
    });
}

function factsOf(terms: ComplaintTerms, { channel, receivedAt, registeredAt }: TermEvent): DueFacts {
  return {
    ...terms.facts,
    channel,
    receivedAt,
    registeredAt,
    closedAt: terms.closedAt ?? undefined,
    pauses: endedPauses(terms),
  };
}

/** Those that are over. */
export function endedPauses({ pauses }: Pick<ComplaintTerms, "pauses">): Pause[] {
  return pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
}

function earliestByClock(dueDates: readonly DueDate[]): Map<Clock, DueDate> {
  const earliest = new Map<Clock, DueDate>();
  for (const due of dueDates) {
    const other = earliest.get(due.clock);
    if (other === undefined || isBefore(due, other)) earliest.set(due.clock, due);
  }
  return earliest;
}

/** Of two events of one day the earlier is the one that counts. */
function isBefore(one: DueDate, other: DueDate): boolean {
  return one.dueAt === other.dueAt ? one.startAt < other.startAt : one.dueAt < other.dueAt;
}
