import { dayNumber } from "../time/local-day";
import type { Instant, IsoDate } from "../vocabulary";
import type { CalendarWindow } from "./calendar-window";

/**
 * Working days after `from` up to and including `to`; 0 when `to` is not later.
 *
 * @returns null when the window does not reach so far
 */
export function workedDaysIn(window: CalendarWindow, from: IsoDate, to: IsoDate): number | null {
  return daysIn(window, from, to, (letter) => letter === "w");
}

/** Days after `from` up to and including `to` that are no public holidays; null when the window does not reach so far. */
export function ordinaryDaysIn(window: CalendarWindow, from: IsoDate, to: IsoDate): number | null {
  return daysIn(window, from, to, (letter) => letter !== "h");
}

function daysIn(
  window: CalendarWindow,
  from: IsoDate,
  to: IsoDate,
  counts: (letter: string) => boolean,
): number | null {
  if (to <= from) return 0;
  const first = dayNumber(window.from);
  const start = dayNumber(from) + 1 - first;
  const end = dayNumber(to) + 1 - first;
  if (start < 0 || end > window.days.length) return null;
  let days = 0;
  for (const letter of window.days.slice(start, end)) if (counts(letter)) days++;
  return days;
}

/**
 * Milliseconds during which the organisation is open from `from` to `to`.
 *
 * @returns null when the window does not reach so far, or holds no hours
 */
export function openTimeIn(window: CalendarWindow, from: Date, to: Instant): number | null {
  const end = Date.parse(to);
  const reach = window.open.at(-1)?.[1];
  if (reach === undefined || Date.parse(reach) < end) return null;
  let open = 0;
  for (const [opens, closes] of window.open) {
    open += Math.max(0, Math.min(Date.parse(closes), end) - Math.max(Date.parse(opens), from.getTime()));
  }
  return open;
}
