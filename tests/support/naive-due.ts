import type { Interval } from "@otklik/shared/deadline/calendar/business-hours";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { CountedLimit, Counting } from "@otklik/shared/deadline/due";
import { dayIndex, dayText, naiveEndOfDay, wallAt, wallDay } from "./naive-wall";

/*
 * Due dates once more, as plainly as they can be counted: time minute by minute, days day by day, on lists and
 * JavaScript's own dates. It is slow, and shares nothing with the engine that it is compared with but the data.
 */

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
/** No calendar of a test is closed for as long and opens again. */
const HOPELESS_MINUTES = 90 * DAY_MINUTES;
const FAR_DAYS = 4_000;

export interface NaiveDue {
  readonly dueAt: string;
  readonly dueOn: string;
  readonly provisional: boolean;
}

interface Stop {
  readonly from: number;
  readonly to: number;
}

/** @throws RangeError when the term never ends */
export function naiveDue(limit: CountedLimit, startAt: string, counting: Counting): NaiveDue {
  const { calendar, zone } = counting;
  const start = Date.parse(startAt);
  const mayPause = limit.family === "service" && limit.pausable;
  const stops = (mayPause ? (counting.pauses ?? []) : []).map(({ from, to }) => ({
    from: Date.parse(from),
    to: Date.parse(to),
  }));
  switch (limit.unit) {
    case "minute":
    case "hour":
      return ofTime(
        walk(start, limit.n * minutesOf(limit.unit), stops, () => true),
        start,
        false,
        counting,
      );
    case "business_minute":
    case "business_hour": {
      const isOpen = (at: number) => isOpenAt(wallAt(at, zone), calendar);
      const end = walk(start, limit.n * minutesOf(limit.unit), stops, isOpen);
      return ofTime(end, start, true, counting);
    }
    default:
      return ofDays(limit, start, stops, counting);
  }
}

function minutesOf(unit: "minute" | "hour" | "business_minute" | "business_hour"): number {
  return unit.endsWith("hour") ? 60 : 1;
}

function ofTime(end: number, start: number, asks: boolean, { calendar, zone }: Counting): NaiveDue {
  const dueOn = wallDay(end - 1, zone);
  const first = dayIndex(wallDay(start, zone));
  const days = Array.from({ length: dayIndex(dueOn) - first + 1 }, (_, i) => dayText(first + i));
  const provisional = asks && days.some((day) => !isKnown(day, calendar));
  return { dueAt: new Date(end).toISOString(), dueOn, provisional };
}

/** Goes from minute to minute, and to where a stop begins or ends, until enough time has passed. */
function walk(
  start: number,
  minutes: number,
  stops: readonly Stop[],
  passes: (at: number) => boolean,
): number {
  const edges = stops.flatMap(({ from, to }) => [from, to]).sort((one, other) => one - other);
  let left = minutes * MINUTE;
  let idle = 0;
  for (let at = start, next: number; ; at = next) {
    next = (Math.floor(at / MINUTE) + 1) * MINUTE;
    for (const edge of edges) if (edge > at && edge < next) next = edge;
    if (stops.some(({ from, to }) => from <= at && at < to)) continue;
    if (!passes(at)) {
      if (++idle > HOPELESS_MINUTES) throw new RangeError("never open");
      continue;
    }
    idle = 0;
    if (next - at >= left) return at + left;
    left -= next - at;
  }
}

const openMinutes = new WeakMap<WorkCalendar, Map<number, readonly boolean[]>>();

function isOpenAt(wall: number, calendar: WorkCalendar): boolean {
  const day = Math.floor(wall / DAY_MINUTES);
  const known = openMinutes.get(calendar) ?? new Map<number, readonly boolean[]>();
  openMinutes.set(calendar, known);
  const minutes = known.get(day) ?? openMinutesOf(day, calendar);
  known.set(day, minutes);
  return minutes[wall - day * DAY_MINUTES] === true;
}

function openMinutesOf(day: number, calendar: WorkCalendar): boolean[] {
  const own = ownMinutes(dayText(day), calendar);
  const before = ownMinutes(dayText(day - 1), calendar);
  return own.slice(0, DAY_MINUTES).map((isOwn, minute) => isOwn || before[minute + DAY_MINUTES] === true);
}

/** Whether the hours that begin on a day are open in each of its minutes, and in those of the night after it. */
function ownMinutes(day: string, calendar: WorkCalendar): boolean[] {
  const { hours } = calendar;
  const own = hours.dates[day];
  const minutes = new Array<boolean>(2 * DAY_MINUTES).fill(false);
  for (const { from, to } of own ?? hoursByWeek(day, calendar)) {
    const begin = clockMinute(from);
    const end = clockMinute(to);
    minutes.fill(true, begin, end > begin ? end : end + DAY_MINUTES);
  }
  const year = calendar.years[day.slice(0, 4)];
  if (own === undefined && isWorkedDay(day, calendar) && year?.short.includes(day.slice(5)) === true) {
    minutes.fill(false, Math.max(minutes.lastIndexOf(true) + 1 - hours.shortDayMinutes, 0));
  }
  return minutes;
}

function hoursByWeek(day: string, calendar: WorkCalendar): readonly Interval[] {
  const { week, workingWeekend, onDaysOff } = calendar.hours;
  const ofWeekday = week[isoWeekday(day) - 1] ?? [];
  if (calendar.years[day.slice(0, 4)]?.work.includes(day.slice(5)) === true) {
    return ofWeekday.length === 0 ? workingWeekend : ofWeekday;
  }
  return isWorkedDay(day, calendar) || onDaysOff === "open" ? ofWeekday : [];
}

function clockMinute(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}

function ofDays(limit: CountedLimit, start: number, stops: readonly Stop[], counting: Counting): NaiveDue {
  const { calendar, zone } = counting;
  const startDay = dayIndex(wallDay(start, zone));
  const endOf = (day: string) =>
    limit.end === "close_of_business" ? naiveClose(day, calendar, zone) : naiveEndOfDay(day, zone);
  const isSuspended = (day: string) =>
    stops.some(({ from, to }) => from < to && wallDay(from, zone) < day && day <= wallDay(to, zone));
  const standsAtEnd = (day: string) => stops.some(({ from, to }) => from < endOf(day) && endOf(day) <= to);
  const worked = (day: string) => isWorkedDay(day, calendar);
  const later = (day: string, until: (day: string) => boolean) => search(day, 1, until);

  const counts = countsBy(limit.unit, calendar);
  const asked: string[] = [];
  let lastDay = dayText(startDay);
  for (let left = lengthInDays(limit, lastDay); left > 0; ) {
    lastDay = dayText(dayIndex(lastDay) + 1);
    if (isSuspended(lastDay)) continue;
    asked.push(lastDay);
    if (counts(lastDay)) left--;
  }
  const goOn = (from: string, mayEnd: (day: string) => boolean) => {
    if (!standsAtEnd(from)) return from;
    const end = later(from, (day) => !standsAtEnd(day) && mayEnd(day));
    for (let day = dayIndex(from) + 1; day <= dayIndex(end); day++) {
      if (!standsAtEnd(dayText(day))) asked.push(dayText(day));
    }
    return end;
  };
  lastDay = goOn(lastDay, counts);
  if (!["working_day", "calendar_day_without_public_holidays"].includes(limit.unit)) asked.length = 0;
  let dueOn = lastDay;
  if (limit.unit !== "working_day" && limit.roll !== "none") {
    asked.push(lastDay);
    if (!worked(lastDay)) {
      const step = limit.roll === "next" ? 1 : -1;
      const landed = search(lastDay, step, worked);
      for (let day = dayIndex(lastDay); day !== dayIndex(landed); day += step) {
        asked.push(dayText(day + step));
      }
      dueOn = goOn(landed, worked);
    }
  }
  if (limit.end === "close_of_business") asked.push(dueOn);
  const provisional = asked.some((day) => !isKnown(day, calendar));
  return { dueAt: new Date(endOf(dueOn)).toISOString(), dueOn, provisional };
}

function search(from: string, step: 1 | -1, until: (day: string) => boolean): string {
  for (let distance = 1; distance < FAR_DAYS; distance++) {
    const day = dayText(dayIndex(from) + distance * step);
    if (until(day)) return day;
  }
  throw new RangeError("never worked");
}

function countsBy(unit: CountedLimit["unit"], calendar: WorkCalendar): (day: string) => boolean {
  if (unit === "working_day") return (day) => isWorkedDay(day, calendar);
  if (unit !== "calendar_day_without_public_holidays") return () => true;
  return (day) => !isHoliday(day, calendar) || isWorkedOut(day, calendar);
}

function lengthInDays({ unit, n }: CountedLimit, startOn: string): number {
  if (unit === "week") return 7 * n;
  if (unit !== "month" && unit !== "year") return n;
  const [year = 0, month = 0, day = 0] = startOn.split("-").map(Number);
  const months = month - 1 + (unit === "year" ? 12 * n : n);
  const daysOfMonth = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  return Date.UTC(year, months, Math.min(day, daysOfMonth)) / 86_400_000 - dayIndex(startOn);
}

/** The end of the last minute of a day that lies in the hours which begin on it. */
function naiveClose(day: string, calendar: WorkCalendar, zone: string): number {
  const end = naiveEndOfDay(day, zone);
  const own = ownMinutes(day, calendar);
  const midnight = dayIndex(day) * DAY_MINUTES;
  if (!own.slice(0, DAY_MINUTES).includes(true)) return end;
  // The longest day and an evening that comes back lie within 49 hours.
  for (let at = end - MINUTE; at > end - 49 * 60 * MINUTE; at -= MINUTE) {
    const minute = wallAt(at, zone) - midnight;
    if (minute >= 0 && minute < DAY_MINUTES && own[minute] === true) return at + MINUTE;
  }
  return end;
}

function isWorkedDay(day: string, calendar: WorkCalendar): boolean {
  if (isWorkedOut(day, calendar)) return true;
  const year = calendar.years[day.slice(0, 4)];
  const isOff =
    year !== undefined && (year.off.includes(day.slice(5)) || Object.hasOwn(year.regional, day.slice(5)));
  const isWeekend = calendar.weekend.some((weekday) => weekday === isoWeekday(day));
  return !isWeekend && !isOff && !isHoliday(day, calendar);
}

function isWorkedOut(day: string, calendar: WorkCalendar): boolean {
  return calendar.years[day.slice(0, 4)]?.work.includes(day.slice(5)) === true;
}

function isHoliday(day: string, calendar: WorkCalendar): boolean {
  const ofYear = calendar.years[day.slice(0, 4)]?.holidays ?? [];
  return calendar.publicHolidays.days.includes(day.slice(5)) || ofYear.includes(day.slice(5));
}

function isKnown(day: string, calendar: WorkCalendar): boolean {
  return calendar.years[day.slice(0, 4)]?.status === "official";
}

function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
