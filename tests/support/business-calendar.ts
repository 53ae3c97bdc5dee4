import type { Interval } from "@otklik/shared/deadline/calendar/business-hours";
import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Weekday } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

export interface BusinessCalendarParts {
  /** Days of the week that are not worked; left out: those without hours. */
  readonly weekend?: readonly Weekday[];
  readonly workingWeekend?: string;
  readonly onDaysOff?: "closed" | "open";
  readonly shortDayMinutes?: number;
  /** Days of the calendar, by date. */
  readonly off?: readonly IsoDate[];
  readonly work?: readonly IsoDate[];
  readonly short?: readonly IsoDate[];
  /** Days with hours of their own; "" is closed. */
  readonly dates?: Readonly<Record<IsoDate, string>>;
  /** Years that have a provisional calendar; all others with days are official. */
  readonly provisional?: readonly string[];
}

/**
 * A calendar for a test of business hours, without holidays of its own.
 *
 * @param week weekdays with their hours, such as "1-5 09:00-13:00 14:00-18:00; 6 10:00-14:00"
 */
export function businessCalendar(week: string, parts: BusinessCalendarParts = {}): WorkCalendar {
  const hours = weekOf(week);
  const withoutHours = ([1, 2, 3, 4, 5, 6, 7] as const).filter((weekday) => hours[weekday - 1]?.length === 0);
  const { off = [], work = [], short = [], provisional = [] } = parts;
  const years = new Set([...off, ...work, ...short].map((day) => day.slice(0, 4)).concat(provisional));
  return {
    version: `test ${week}`,
    country: "ZZ",
    weekend: parts.weekend ?? withoutHours,
    publicHolidays: { act: "Act of holidays", days: [] },
    hours: {
      week: hours,
      workingWeekend: intervalsOf(parts.workingWeekend ?? ""),
      onDaysOff: parts.onDaysOff ?? "closed",
      shortDayMinutes: parts.shortDayMinutes ?? 60,
      dates: Object.fromEntries(
        Object.entries(parts.dates ?? {}).map(([day, intervals]) => [day, intervalsOf(intervals)]),
      ),
    },
    years: Object.fromEntries(
      [...years].map((year) => [year, yearOf(year, { off, work, short }, provisional.includes(year))]),
    ),
  };
}

function yearOf(
  year: string,
  { off, work, short }: Readonly<Record<"off" | "work" | "short", readonly IsoDate[]>>,
  isProvisional: boolean,
): CalendarYear {
  const within = (days: readonly IsoDate[]) =>
    days.filter((day) => day.startsWith(year)).map((day) => day.slice(5));
  return {
    act: isProvisional ? null : `Act of ${year}`,
    status: isProvisional ? "provisional" : "official",
    holidays: [],
    off: within(off),
    work: within(work),
    short: within(short),
    regional: {},
  };
}

function weekOf(week: string): Interval[][] {
  const hours: Interval[][] = [[], [], [], [], [], [], []];
  for (const part of week.split(";").filter((text) => text.trim() !== "")) {
    const [days = "", ...intervals] = part.trim().split(/\s+/);
    const [first = 0, last = first] = days.split("-").map(Number);
    for (let weekday = first; weekday <= last; weekday++) {
      hours[weekday - 1] = intervalsOf(intervals.join(" "));
    }
  }
  return hours;
}

function intervalsOf(text: string): Interval[] {
  return text
    .split(/\s+/)
    .filter((interval) => interval !== "")
    .map((interval) => ({ from: interval.slice(0, 5), to: interval.slice(6) }));
}
