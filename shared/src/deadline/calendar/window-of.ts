import { addDays } from "../time/local-day";
import { localDateOf } from "../time/zone";
import type { Instant, IsoDate } from "../vocabulary";
import type { CalendarWindow } from "./calendar-window";
import { type DayKind, dayKind, type WorkCalendar } from "./work-calendar";

/** Before and after today; what lies further is said by its date. */
const WINDOW_DAYS = 366;

const LETTERS: Readonly<Record<DayKind, "w" | "h" | "o">> = {
  working: "w",
  workingWeekend: "w",
  publicHoliday: "h",
  weekend: "o",
  dayOff: "o",
  regionalDayOff: "o",
};

/** The letters of the last day asked for: every answer of that day has the same. */
const lastLetters = new WeakMap<WorkCalendar, { readonly from: IsoDate; readonly days: string }>();

/**
 * The calendar from 366 days before the local day of an instant to 366 days after it, both inclusive.
 *
 * @param zone IANA name of the organisation's zone
 * @throws RangeError when there is no such zone, or the instant is not one
 */
export function windowOf(calendar: WorkCalendar, now: Instant, zone: string): CalendarWindow {
  const from = addDays(localDateOf(now, zone), -WINDOW_DAYS);
  const known = lastLetters.get(calendar);
  if (known?.from === from) return { ...known, open: [] };
  let days = "";
  for (let ahead = 0; ahead <= 2 * WINDOW_DAYS; ahead++)
    days += LETTERS[dayKind(addDays(from, ahead), calendar)];
  lastLetters.set(calendar, { from, days });
  return { from, days, open: [] };
}
