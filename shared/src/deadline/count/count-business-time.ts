import { isOfficial, type WorkCalendar } from "../calendar/work-calendar";
import { instantText } from "../time/instant-text";
import { MILLISECONDS_OF_DAY } from "../time/local-day";
import { localDayAt, type Span } from "../time/zone";
import type { IsoDate } from "../vocabulary";
import type { ElapsedTerm } from "./count-elapsed";
import { checkLength, LONGEST_TERM_DAYS } from "./counted-term";
import { openSpansFrom } from "./open-time";
import { cut } from "./spans";

const MILLISECONDS: Readonly<Record<"business_minute" | "business_hour", number>> = {
  business_minute: 60_000,
  business_hour: 3_600_000,
};

/**
 * A term in minutes or hours of business time, which passes while the organisation is open and the clock does
 * not stand still.
 *
 * @param start milliseconds since the epoch
 * @param length whole number of units, from 1 to 3,660
 * @param standstills in order, none touching the next
 * @returns a term that is used up when the organisation closes ends then, not when it opens again
 * @throws RangeError when the organisation does not open for 60 days, when ten years do not suffice, or an
 *   argument is not what it should be
 */
export function countBusinessTime(
  start: number,
  length: number,
  unit: "business_minute" | "business_hour",
  calendar: WorkCalendar,
  zone: string,
  standstills: readonly Span[] = [],
): ElapsedTerm & { readonly provisional: boolean } {
  checkLength(length);
  const end = endOfRun(start, length * MILLISECONDS[unit], calendar, zone, standstills);
  const dueOn = localDayAt(end - 1, zone);
  return {
    dueAt: instantText(end),
    dueOn,
    provisional: asksForecast(localDayAt(start, zone), dueOn, calendar),
  };
}

function endOfRun(
  start: number,
  length: number,
  calendar: WorkCalendar,
  zone: string,
  standstills: readonly Span[],
): number {
  let left = length;
  for (const span of openSpansFrom(start, calendar, zone)) {
    if (span.from > start + LONGEST_TERM_DAYS * MILLISECONDS_OF_DAY) break;
    for (const part of cut(span, standstills)) {
      if (part.isHole) continue;
      if (part.to - part.from >= left) return part.from + left;
      left -= part.to - part.from;
    }
  }
  throw new RangeError(`ten years by calendar ${calendar.version} are too short for the term`);
}

/** Whether a day from one to the other is of a year without an official calendar. */
function asksForecast(from: IsoDate, to: IsoDate, calendar: WorkCalendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!isOfficial(`${year}-01-01`, calendar)) return true;
  }
  return false;
}
