import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { type Clock, isOwedClock } from "@otklik/shared/deadline/vocabulary";
import type { ComplaintTerms } from "./complaint-terms";
import { type ExpectedDates, expectedDates } from "./expected-dates";
import { metBefore } from "./plan-dates";
import { inForce, type StoredDueDate } from "./stored-due-dates";

/** What has not been done: what is due, and what stands still. */
export function owedClocks(terms: ComplaintTerms, calendar: WorkCalendar, zone: string): Clock[] {
  const still = clocksStill(terms, expectedDates(terms, calendar, zone));
  return [...unmetOwed(terms), ...still].map(({ clock }) => clock);
}

/** What is due and has not been done, the earliest first. */
export function unmetOwed(terms: ComplaintTerms): StoredDueDate[] {
  return inForce(terms.dueDates).filter(({ clock, metAt }) => metAt === null && isOwedClock(clock));
}

/** The clocks that stand still now and whose event has not come, with the date that each would have. */
export function clocksStill(terms: ComplaintTerms, { still }: ExpectedDates): DueDate[] {
  const dated = new Set(inForce(terms.dueDates).map(({ clock }) => clock));
  return [...still.values()].filter(({ clock }) => !dated.has(clock) && metBefore(terms, clock) === null);
}
