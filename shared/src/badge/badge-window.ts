import { MILLISECONDS_OF_DAY } from "../deadline/time/local-day";
import type { Instant } from "../deadline/vocabulary";

/** How far ahead "due soon" looks. `today` ends at 24:00 in the organisation's zone. Apart from the schemas, so that a page can read it without. */
export const BADGE_WINDOWS = ["today", "next_24_hours", "next_3_days", "next_7_days"] as const;
export type BadgeWindow = (typeof BADGE_WINDOWS)[number];

/** How many local days a window has, today among them; null where it slides with the clock. */
const LOCAL_DAYS: Readonly<Record<BadgeWindow, number | null>> = {
  today: 1,
  next_24_hours: null,
  next_3_days: 3,
  next_7_days: 7,
};

/** Local days whose ends a snapshot lists: the longest window and two weeks without network. */
export const LISTED_DAY_ENDS = 21;

/** Whether a window moves on with every minute, not at the ends of days. */
export function slides(window: BadgeWindow): boolean {
  return LOCAL_DAYS[window] === null;
}

/**
 * Where a window ends, in milliseconds since the epoch, inclusive: a term that runs out at
 * 24:00 of the last day is due within the window.
 *
 * @param now milliseconds since the epoch
 * @param dayEndsAt where the coming local days end, ascending; those already past are passed over
 */
export function windowEnd(window: BadgeWindow, now: number, dayEndsAt: readonly Instant[]): number {
  const days = LOCAL_DAYS[window];
  return days === null ? now + MILLISECONDS_OF_DAY : dayEndAfter(now, dayEndsAt, days);
}

/**
 * The end of a local day after now: the first is today's. Past the listed ends every day is
 * taken to have 24 hours, which is wrong by an hour at most, where clocks have changed.
 *
 * @param count 1 for today
 */
export function dayEndAfter(now: number, dayEndsAt: readonly Instant[], count = 1): number {
  const coming = dayEndsAt.map((end) => Date.parse(end)).filter((end) => end > now);
  const listed = coming[count - 1];
  if (listed !== undefined) return listed;
  const lastEnd = dayEndsAt.at(-1);
  const last = lastEnd === undefined ? now : Date.parse(lastEnd);
  const daysPast = coming.length > 0 ? 0 : Math.floor((now - last) / MILLISECONDS_OF_DAY);
  return last + (daysPast + count - coming.length) * MILLISECONDS_OF_DAY;
}
