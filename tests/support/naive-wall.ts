/*
 * What clocks on the wall show, minute by minute, by the platform's own zone data: no due date of the product is
 * counted by it, so tests can hold the product to it.
 */

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A wall clock as a number: minutes since 1970-01-01 00:00 of what it shows. */
type Wall = number;

/** An hour of UTC: what the wall shows in its first minute, and in each one where they do not follow one another. */
interface Hour {
  readonly first: Wall;
  readonly minutes: readonly Wall[] | null;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const hours = new Map<string, Map<number, Hour>>();

/** What the wall shows at an instant, in whole minutes. */
export function wallAt(at: number, zone: string): Wall {
  const hour = Math.floor(at / HOUR);
  const minute = Math.floor((at - hour * HOUR) / MINUTE);
  const { first, minutes } = hourOf(hour, zone);
  return minutes === null ? first + minute : (minutes[minute] ?? Number.NaN);
}

/** The local date at an instant. */
export function wallDay(at: number, zone: string): string {
  return dayText(Math.floor(wallAt(at, zone) / 1_440));
}

function hourOf(hour: number, zone: string): Hour {
  const ofZone = hours.get(zone) ?? new Map<number, Hour>();
  hours.set(zone, ofZone);
  const known = ofZone.get(hour);
  if (known !== undefined) return known;
  const from = hour * HOUR;
  const first = ask(from, zone);
  const isPlain = ask(from + 59 * MINUTE, zone) === first + 59;
  const minutes = isPlain
    ? null
    : Array.from({ length: 60 }, (_, minute) => ask(from + minute * MINUTE, zone));
  ofZone.set(hour, { first, minutes });
  return { first, minutes };
}

function ask(at: number, zone: string): Wall {
  const [day = "", time = ""] = formatFor(zone).format(at).split(" ");
  return Date.parse(`${day}T${time}:00Z`) / MINUTE;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  // Swedish dates are written as the standard has it.
  const made = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(zone, made);
  return made;
}

const ends = new Map<string, number>();

/** The end of the last minute in which the wall shows that day or one before it. */
export function naiveEndOfDay(day: string, zone: string): number {
  const key = `${day} ${zone}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const nextDay = (dayIndex(day) + 1) * 1_440;
  // No zone is more than 12 hours behind UTC.
  let hour = dayIndex(day) * DAY + 37 * HOUR;
  // Hour by hour, for a zone may leave out a whole day.
  while (wallAt(hour, zone) >= nextDay) hour -= HOUR;
  let minute = hour + HOUR - MINUTE;
  while (wallAt(minute, zone) >= nextDay) minute -= MINUTE;
  ends.set(key, minute + MINUTE);
  return minute + MINUTE;
}

const indexes = new Map<string, number>();
const texts = new Map<number, string>();

/** Days from 1970-01-01 to a date. */
export function dayIndex(day: string): number {
  const index = indexes.get(day) ?? Date.parse(`${day}T00:00:00Z`) / DAY;
  indexes.set(day, index);
  return index;
}

/** The date so many days after 1970-01-01. */
export function dayText(index: number): string {
  const text = texts.get(index) ?? new Date(index * DAY).toISOString().slice(0, 10);
  texts.set(index, text);
  return text;
}
