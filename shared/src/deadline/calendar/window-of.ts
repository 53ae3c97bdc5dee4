import { openSpansBetween } from "../count/open-time";
import { addDays } from "../time/local-day";
import { endOfDay, localDateOf } from "../time/zone";
import type { Instant, IsoDate } from "../vocabulary";
import type { CalendarWindow } from "./calendar-window";
import { type DayKind, dayKind, type WorkCalendar } from "./work-calendar";

/** Before and after today; what lies further is said by its date. */
const WINDOW_DAYS = 366;
/** After today, for terms in business hours: they are short, and a span for each of their days is long. */
const OPEN_DAYS = 31;

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
 * The calendar from 366 days before the local day of an instant to 366 days after it, both inclusive; and when
 * the organisation is open from that instant to the end of the 31st day after it.
 *
 * @param zone IANA name of the organisation's zone
 * @param withOpen whether something is told that counts in business hours; without it these are left out
 * @throws RangeError when there is no such zone, or the instant is not one
 */
export function windowOf(
  calendar: WorkCalendar,
  now: Instant,
  zone: string,
  withOpen = false,
): CalendarWindow {
  const today = localDateOf(now, zone);
  const open = withOpen
    ? openSpansBetween(now, endOfDay(addDays(today, OPEN_DAYS), zone), calendar, zone)
    : [];
  return { ...lettersRound(today, calendar), open };
}

function lettersRound(today: IsoDate, calendar: WorkCalendar): Pick<CalendarWindow, "from" | "days"> {
  const from = addDays(today, -WINDOW_DAYS);
  const known = lastLetters.get(calendar);
  if (known?.from === from) return known;
  let days = "";
  for (let ahead = 0; ahead <= 2 * WINDOW_DAYS; ahead++)
    days += LETTERS[dayKind(addDays(from, ahead), calendar)];
  const letters = { from, days };
  lastLetters.set(calendar, letters);
  return letters;
}
