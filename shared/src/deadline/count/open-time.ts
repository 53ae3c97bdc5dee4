import { hoursBeforeMidnight, hoursOf, type MinuteSpan } from "../calendar/hours-of-day";
import { LONGEST_REST_DAYS, type WorkCalendar } from "../calendar/work-calendar";
import { instantText } from "../time/instant-text";
import { dayNumber, dayOf, MILLISECONDS_OF_DAY } from "../time/local-day";
import { millisecondsOf, type OffsetSpan, offsetsIn, type Span, spanOfDay } from "../time/zone";
import type { Instant, IsoDate } from "../vocabulary";
import { LONGEST_TERM_DAYS } from "./counted-term";
import { joined } from "./spans";

/*
 * An instant is business time when the wall clock then shows a time within the hours of that local day.
 * So where the clock jumps there is less of it, where it goes back there is more, and an hour is a real hour.
 */

/** Business time within one local day. */
export interface OpenSpan extends Span {
  readonly on: IsoDate;
}

const MILLISECONDS_OF_MINUTE = 60_000;

/** By zone and day of UTC: many terms look at the same days. */
const kept = new WeakMap<WorkCalendar, Map<string, Map<number, readonly OpenSpan[]>>>();
/** More than the longest term passes: one that forgot its own first days would find each of them anew every time. */
const KEPT_DAYS = 2 * LONGEST_TERM_DAYS;

/**
 * Business time from an instant on, without end, in order. A span may be followed by one that touches it.
 *
 * @param from milliseconds since the epoch
 * @throws RangeError when the organisation does not open for 60 days
 */
export function* openSpansFrom(from: number, calendar: WorkCalendar, zone: string): Generator<OpenSpan> {
  let closedDays = 0;
  for (let utcDay = Math.floor(from / MILLISECONDS_OF_DAY); ; utcDay++) {
    closedDays++;
    for (const span of openSpansOf(utcDay, calendar, zone)) {
      if (span.to <= from) continue;
      closedDays = 0;
      yield span.from < from ? { ...span, from } : span;
    }
    if (closedDays > LONGEST_REST_DAYS) {
      const since = dayOf(utcDay - LONGEST_REST_DAYS);
      throw new RangeError(`calendar ${calendar.version} has no open minute within 60 days of ${since}`);
    }
  }
}

/**
 * When the organisation is open between two instants: pairs of instants, ascending, from inclusive, to
 * exclusive, none touching the next.
 *
 * @throws RangeError when there is no such zone, or an instant is not one
 */
export function openSpansBetween(
  from: Instant,
  to: Instant,
  calendar: WorkCalendar,
  zone: string,
): [Instant, Instant][] {
  const [begin, end] = [millisecondsOf(from), millisecondsOf(to)];
  const spans: Span[] = [];
  for (let at = Math.floor(begin / MILLISECONDS_OF_DAY); at * MILLISECONDS_OF_DAY < end; at++) {
    for (const span of openSpansOf(at, calendar, zone)) {
      const clipped = { from: Math.max(span.from, begin), to: Math.min(span.to, end) };
      if (clipped.from < clipped.to) spans.push(clipped);
    }
  }
  return joined(spans).map((span) => [instantText(span.from), instantText(span.to)]);
}

/**
 * When the organisation closes on a day: the end of the last of the hours that begin on it, at the latest
 * 24:00. On a day without hours it is 24:00.
 */
export function closeOfBusiness(day: IsoDate, calendar: WorkCalendar, zone: string): Instant {
  const span = spanOfDay(day, zone);
  const hours = hoursBeforeMidnight(day, calendar);
  const open = offsetsIn(span, zone).flatMap((stretch) => openSpansIn(stretch, day, hours));
  return instantText(open.length === 0 ? span.to : Math.max(...open.map(({ to }) => to)));
}

function openSpansOf(utcDay: number, calendar: WorkCalendar, zone: string): readonly OpenSpan[] {
  const ofCalendar = kept.get(calendar) ?? new Map<string, Map<number, readonly OpenSpan[]>>();
  kept.set(calendar, ofCalendar);
  const ofZone = ofCalendar.get(zone) ?? new Map<number, readonly OpenSpan[]>();
  ofCalendar.set(zone, ofZone);
  const known = ofZone.get(utcDay);
  if (known !== undefined) return known;
  const from = utcDay * MILLISECONDS_OF_DAY;
  const spans = offsetsIn({ from, to: from + MILLISECONDS_OF_DAY }, zone).flatMap((stretch) =>
    daysOf(stretch).flatMap((day) => openSpansIn(stretch, day, hoursOf(day, calendar))),
  );
  if (ofZone.size >= KEPT_DAYS) ofZone.clear();
  ofZone.set(utcDay, spans);
  return spans;
}

/** Days that the wall clock shows within a stretch. */
function daysOf({ from, to, offset }: OffsetSpan): IsoDate[] {
  const days: IsoDate[] = [];
  const last = Math.floor((to + offset - 1) / MILLISECONDS_OF_DAY);
  for (let day = Math.floor((from + offset) / MILLISECONDS_OF_DAY); day <= last; day++) days.push(dayOf(day));
  return days;
}

/** Where within a stretch the wall clock shows these hours of the day. */
function openSpansIn(stretch: OffsetSpan, on: IsoDate, hours: readonly MinuteSpan[]): OpenSpan[] {
  const midnight = dayNumber(on) * MILLISECONDS_OF_DAY - stretch.offset;
  return hours
    .map(({ from, to }) => ({
      on,
      from: Math.max(midnight + from * MILLISECONDS_OF_MINUTE, stretch.from),
      to: Math.min(midnight + to * MILLISECONDS_OF_MINUTE, stretch.to),
    }))
    .filter(({ from, to }) => from < to);
}
