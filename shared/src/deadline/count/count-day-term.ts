import type { WorkCalendar } from "../calendar/work-calendar";
import type { TimeLimit } from "../regulation/regulation";
import { endOfDay, type Span } from "../time/zone";
import type { DayUnit, Instant, IsoDate, TermEnd } from "../vocabulary";
import { countTerm } from "./count-term";
import type { CountedTerm } from "./counted-term";
import { closeOfBusiness } from "./open-time";
import { suspensionOf } from "./pauses";

/** What of a rule in units of days its term hangs on. */
export interface DayTerm extends Pick<TimeLimit, "n" | "roll" | "end"> {
  readonly unit: DayUnit;
}

/**
 * A term in units of days, with the days that pauses take out of it.
 *
 * @param startOn local date of the event
 * @param standstills in order, none touching the next
 * @throws RangeError when zone or calendar cannot be counted by, or an argument is not what it should be
 */
export function countDayTerm(
  term: DayTerm,
  startOn: IsoDate,
  calendar: WorkCalendar,
  zone: string,
  standstills: readonly Span[],
): CountedTerm {
  const endOf = (day: IsoDate) => endOfTerm(day, term.end, calendar, zone);
  return countTerm(term.unit, term, startOn, calendar, suspensionOf(standstills, zone, endOf));
}

/** When a term ends whose last day this is; exclusive. @throws RangeError when there is no such zone or day */
export function endOfTerm(day: IsoDate, end: TermEnd, calendar: WorkCalendar, zone: string): Instant {
  return end === "day_end" ? endOfDay(day, zone) : closeOfBusiness(day, calendar, zone);
}
