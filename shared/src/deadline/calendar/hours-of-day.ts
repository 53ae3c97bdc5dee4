import { addDays, weekdayOf } from "../time/local-day";
import type { IsoDate } from "../vocabulary";
import type { Interval } from "./business-hours";
import { dayKind, isShort, type WorkCalendar } from "./work-calendar";

/** Minutes of a day on the wall clock: `from` inclusive, `to` exclusive. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

const MINUTES_OF_HOUR = 60;
const MINUTES_OF_DAY = 1_440;

/**
 * When the organisation is open on a day, as the wall clock shows it: the hours of the day itself, and what
 * the night of the day before leaves to it.
 *
 * @returns in order, from 0 to 1,440, none touching the next; empty when closed
 */
export function hoursOf(day: IsoDate, calendar: WorkCalendar): MinuteSpan[] {
  const tail = ownHoursOf(addDays(day, -1), calendar).map(({ from, to }) => ({
    from: Math.max(from - MINUTES_OF_DAY, 0),
    to: to - MINUTES_OF_DAY,
  }));
  return joined([...tail.filter(({ to }) => to > 0), ...hoursBeforeMidnight(day, calendar)]);
}

/**
 * The hours that begin on a day and what of them lies before its 24:00, without the night of the day before.
 *
 * @returns in order, from 0 to 1,440
 */
export function hoursBeforeMidnight(day: IsoDate, calendar: WorkCalendar): MinuteSpan[] {
  return ownHoursOf(day, calendar).map(({ from, to }) => ({ from, to: Math.min(to, MINUTES_OF_DAY) }));
}

/**
 * The hours that begin on a day; those of a night end after 1,440. A short day ends earlier: nothing is
 * open after the time at which the others end, less the minutes.
 */
function ownHoursOf(day: IsoDate, calendar: WorkCalendar): MinuteSpan[] {
  const { dates, shortDayMinutes } = calendar.hours;
  const ofDate = dates[day];
  if (ofDate !== undefined) return ofDate.map(toMinutes);
  const hours = hoursByCalendar(day, calendar).map(toMinutes);
  if (!isShort(day, calendar)) return hours;
  const close = Math.max(...hours.map(({ to }) => to)) - shortDayMinutes;
  return hours.map(({ from, to }) => ({ from, to: Math.min(to, close) })).filter(({ from, to }) => from < to);
}

function hoursByCalendar(day: IsoDate, calendar: WorkCalendar): readonly Interval[] {
  const { week, workingWeekend, onDaysOff } = calendar.hours;
  const ofWeekday = week[weekdayOf(day) - 1] ?? [];
  switch (dayKind(day, calendar)) {
    case "working":
      return ofWeekday;
    case "workingWeekend":
      return ofWeekday.length > 0 ? ofWeekday : workingWeekend;
    default:
      return onDaysOff === "open" ? ofWeekday : [];
  }
}

function toMinutes({ from, to }: Interval): MinuteSpan {
  const begin = minuteOf(from);
  const end = minuteOf(to);
  return { from: begin, to: end > begin ? end : end + MINUTES_OF_DAY };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * MINUTES_OF_HOUR + Number(time.slice(3));
}

function joined(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const result: MinuteSpan[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = result.at(-1);
    if (last === undefined || last.to < span.from) result.push(span);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return result;
}
