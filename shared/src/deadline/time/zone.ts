import { Temporal } from "temporal-polyfill";
import type { Instant, IsoDate } from "../vocabulary";
import { MILLISECONDS_OF_DAY } from "./local-day";

/** A local day as instants, in milliseconds since the epoch: `from` inclusive, `to` exclusive. */
interface DaySpan {
  readonly day: IsoDate;
  readonly from: number;
  readonly to: number;
}

/** Finding a local day costs tens of microseconds, so those found are kept, by zone and day of UTC. */
const spansOfZone = new Map<string, Map<number, DaySpan[]>>();
const KEPT_DAYS = 1_000;

/**
 * The local date at an instant.
 *
 * @param zone IANA name
 * @throws RangeError when there is no such zone, or the instant is not one
 */
export function localDateOf(instant: Instant, zone: string): IsoDate {
  return spanAt(millisecondsOf(instant), zone).day;
}

/**
 * 24:00 local of a day: the first instant of the next one. Where the clock jumps over midnight
 * the day ends at the jump; where it goes back at midnight, the second time midnight comes.
 *
 * @throws RangeError when there is no such zone or day
 */
export function endOfDay(day: IsoDate, zone: string): Instant {
  return toInstant(startOf(Temporal.PlainDate.from(day, { overflow: "reject" }).add({ days: 1 }), zone));
}

/**
 * Where the local days end that are still to end after an instant, ascending.
 *
 * @param days how many; the first is the day of the instant itself
 */
export function dayEndsFrom(instant: Instant, zone: string, days: number): Instant[] {
  const ends: Instant[] = [];
  for (let at = millisecondsOf(instant); ends.length < days; ) {
    at = spanAt(at, zone).to;
    ends.push(toInstant(at));
  }
  return ends;
}

/** Milliseconds since the epoch. @throws RangeError when it is not an instant */
export function millisecondsOf(instant: Instant): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${instant}`);
  return milliseconds;
}

function spanAt(milliseconds: number, zone: string): DaySpan {
  const utcDay = Math.floor(milliseconds / MILLISECONDS_OF_DAY);
  const spans = spansOfZone.get(zone) ?? new Map<number, DaySpan[]>();
  const ofDay = spans.get(utcDay) ?? [];
  const known = ofDay.find((span) => span.from <= milliseconds && milliseconds < span.to);
  if (known !== undefined) return known;
  const date = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainDate();
  const found = {
    day: date.toString(),
    from: startOf(date, zone),
    to: startOf(date.add({ days: 1 }), zone),
  };
  if (spans.size >= KEPT_DAYS) spans.clear();
  spansOfZone.set(zone, spans.set(utcDay, [...ofDay, found]));
  return found;
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}

function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
