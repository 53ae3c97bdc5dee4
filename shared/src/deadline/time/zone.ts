import { Temporal } from "temporal-polyfill";
import type { Instant, IsoDate } from "../vocabulary";
import { instantText } from "./instant-text";
import { MILLISECONDS_OF_DAY } from "./local-day";

/** From one millisecond since the epoch, inclusive, to another, exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time in which a zone's clock neither jumps nor goes back. */
export interface OffsetSpan extends Span {
  /** What the wall clock is ahead of UTC, in milliseconds. */
  readonly offset: number;
}

/** Within the span the wall clock shows that day and no other. */
interface DaySpan extends Span {
  readonly day: IsoDate;
  /** Its 24:00. The span ends before it where the first minutes of the next day come twice. */
  readonly end: number;
}

/** Finding a local day costs tens of microseconds, so those found are kept, by zone and day of UTC. */
const spansOfZone = new Map<string, Map<number, DaySpan[]>>();
const KEPT_DAYS = 2_000;

/**
 * The local date at an instant.
 *
 * @param zone IANA name
 * @throws RangeError when there is no such zone, or the instant is not one
 */
export function localDateOf(instant: Instant, zone: string): IsoDate {
  return localDayAt(millisecondsOf(instant), zone);
}

/** The local date at so many milliseconds since the epoch. */
export function localDayAt(milliseconds: number, zone: string): IsoDate {
  return spanAt(milliseconds, zone).day;
}

/**
 * 24:00 local of a day: from then on the wall clock shows later days only. Where the clock jumps over
 * midnight the day ends at the jump; where it goes back over it, the second time midnight comes.
 *
 * @throws RangeError when there is no such zone or day
 */
export function endOfDay(day: IsoDate, zone: string): Instant {
  return instantText(endOf(toDate(day), zone));
}

/**
 * A local day, from the first instant at which the wall clock shows it to its 24:00. Empty where the zone
 * leaves that day out.
 *
 * @throws RangeError when there is no such zone or day
 */
export function spanOfDay(day: IsoDate, zone: string): Span {
  const date = toDate(day);
  return { from: firstInstantOf(date, zone), to: endOf(date, zone) };
}

/**
 * Where the local days end that are still to end after an instant, ascending.
 *
 * @param days how many; the first is the day of the instant itself
 */
export function dayEndsFrom(instant: Instant, zone: string, days: number): Instant[] {
  const ends: Instant[] = [];
  for (let at = millisecondsOf(instant); ends.length < days; ) {
    at = spanAt(at, zone).end;
    ends.push(instantText(at));
  }
  return ends;
}

/**
 * A stretch of time by the offsets that the zone had in it, in order and without gaps.
 *
 * @throws RangeError when there is no such zone
 */
export function offsetsIn({ from, to }: Span, zone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  for (;;) {
    const change = at.getTimeZoneTransition("next");
    const until = change === null ? to : Math.min(change.epochMilliseconds, to);
    spans.push({ from: at.epochMilliseconds, to: until, offset: at.offsetNanoseconds / 1_000_000 });
    if (change === null || until === to) return spans;
    at = change;
  }
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
  const found: DaySpan = {
    day: date.toString(),
    from: endOf(date.subtract({ days: 1 }), zone),
    to: firstInstantOf(date.add({ days: 1 }), zone),
    end: endOf(date, zone),
  };
  if (milliseconds < found.from || found.to <= milliseconds) return found;
  if (spans.size >= KEPT_DAYS) spans.clear();
  spansOfZone.set(zone, spans.set(utcDay, [...ofDay, found]));
  return found;
}

function toDate(day: IsoDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(day, { overflow: "reject" });
}

function firstInstantOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}

/** Midnight comes twice where the clock goes back over it, as it did in St John's at 00:01 until 2010. */
function endOf(date: Temporal.PlainDate, zone: string): number {
  const next = date.add({ days: 1 });
  const midnight = next.toPlainDateTime();
  const last = midnight.toZonedDateTime(zone, { disambiguation: "later" });
  // Where there is no midnight, the clock shows another time.
  if (last.toPlainDateTime().equals(midnight)) return last.epochMilliseconds;
  return firstInstantOf(next, zone);
}
