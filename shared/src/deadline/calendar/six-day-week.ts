import { addDays, type Weekday, weekdayOf } from "../time/local-day";
import type { MonthDay } from "../vocabulary";
import { daysOfYear } from "./days-of-year";
import { type CalendarYear, isWorked, type WorkCalendar } from "./work-calendar";

const SUNDAY: Weekday = 7;
const FIVE_DAY_WEEKEND: readonly Weekday[] = [6, SUNDAY];

/**
 * The same calendar for those who work from Monday to Saturday, as far as it is known.
 *
 * Acts are written for the week of five days, and only a day off can be moved. So a day off that was
 * moved from a Saturday is a working day here, one moved from a Sunday stays a day off, and a Saturday
 * that is worked by decree is like any other. Public holidays and regional days stay. A year in which it is not known from where some day off was moved loses that day,
 * so that no term ends too late, and is no longer official: its status becomes `no_transfers_known`.
 * Working days before a public holiday are short, where the calendar has short days at all; hours stay as
 * they are, so those of Saturday are still to be set. A calendar whose weekend is not Saturday and Sunday is
 * given back as it is.
 *
 * @see Labour Code arts 95, 111, 112
 */
export function sixDayWeek(calendar: WorkCalendar): WorkCalendar {
  if ([...calendar.weekend].sort().join() !== FIVE_DAY_WEEKEND.join()) return calendar;
  const years = Object.entries(calendar.years).map(([year, data]) => [
    year,
    sixDayYear(year, data, calendar),
  ]);
  return { ...calendar, weekend: [SUNDAY], years: Object.fromEntries(years) };
}

/** One year of it; `calendar` says which holidays are public. */
export function sixDayYear(year: string, data: CalendarYear, calendar: WorkCalendar): CalendarYear {
  const { moved = {} } = data;
  const all = daysOfYear(year);
  const sundays = new Set(all.filter((day) => weekdayOf(`${year}-${day}`) === SUNDAY));
  const holidays = new Set([...calendar.publicHolidays.days, ...data.holidays]);
  const staysOff = (day: MonthDay) =>
    holidays.has(day) || (data.off.includes(day) && sundays.has(moved[day] ?? ""));
  const off = all.filter((day) => !sundays.has(day) && staysOff(day));
  const allKnown = data.off.every((day) => holidays.has(day) || moved[day] !== undefined);
  const days: CalendarYear = {
    ...data,
    ...(!allKnown && data.status === "official" && { status: "no_transfers_known", act: null }),
    off,
    moved: Object.fromEntries(Object.entries(moved).filter(([day]) => off.includes(day))),
    work: data.work.filter((day) => sundays.has(day)),
    short: [],
  };
  return data.short.length === 0 ? days : { ...days, short: eves(year, days, calendar) };
}

/** Worked days right before a public holiday; the last of December is the eve of New Year's Day. */
function eves(year: string, data: CalendarYear, calendar: WorkCalendar): MonthDay[] {
  const sixDays: WorkCalendar = { ...calendar, weekend: [SUNDAY], years: { [year]: data } };
  const holidays = new Set([...calendar.publicHolidays.days, ...data.holidays]);
  return daysOfYear(year).filter((day) => {
    const on = `${year}-${day}`;
    return holidays.has(addDays(on, 1).slice(5)) && isWorked(on, sixDays);
  });
}
