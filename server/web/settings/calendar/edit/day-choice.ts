import {
  type CalendarYear,
  dayKind,
  isShort,
  type WorkCalendar,
} from "@otklik/shared/deadline/calendar/work-calendar";
import { weekdayOf } from "@otklik/shared/deadline/time/local-day";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

/**
 * What a person may say of a day. `off` is what the act of the year grants, and on a weekend the weekend itself;
 * `regional` is what another act grants.
 */
export const DAY_CHOICES = ["worked", "short", "off", "regional", "holiday"] as const;
export type DayChoice = (typeof DAY_CHOICES)[number];

/** A year of which nothing is known yet but the plain week. */
export const PLAIN_YEAR: CalendarYear = {
  act: null,
  status: "provisional",
  holidays: [],
  off: [],
  work: [],
  short: [],
  regional: {},
};

/** What has been said of a day. */
export function choiceOf(day: IsoDate, calendar: WorkCalendar): DayChoice {
  const kind = dayKind(day, calendar);
  if (kind === "publicHoliday") return "holiday";
  if (kind === "regionalDayOff") return "regional";
  if (kind === "dayOff" || kind === "weekend") return "off";
  return isShort(day, calendar) ? "short" : "worked";
}

/**
 * What else may be said of a day. A holiday of every year is one by law: it is changed in the list of those, not on
 * one of its days. On a weekend nobody works anyway, so a region has nothing to grant.
 */
export function choicesOf(day: IsoDate, calendar: WorkCalendar): readonly DayChoice[] {
  if (isHolidayOfEveryYear(day, calendar)) {
    return choiceOf(day, calendar) === "holiday" ? [] : ["worked", "holiday"];
  }
  return isOfWeekend(day, calendar) ? ["off", "worked", "short", "holiday"] : DAY_CHOICES;
}

/** Whether the law makes that day a holiday in every year. */
export function isHolidayOfEveryYear(day: IsoDate, calendar: WorkCalendar): boolean {
  return calendar.publicHolidays.days.includes(day.slice(5));
}

/**
 * The calendar in which a day is what was chosen; a year that it lacks is added as provisional.
 *
 * @param act what grants a regional day off; "" for the other choices
 */
export function withChoice(calendar: WorkCalendar, day: IsoDate, choice: DayChoice, act = ""): WorkCalendar {
  const key = day.slice(0, 4);
  const monthDay = day.slice(5);
  const year = calendar.years[key] ?? PLAIN_YEAR;
  const isWeekend = isOfWeekend(day, calendar);
  const isWorked = choice === "worked" || choice === "short";
  const put = (days: readonly string[], isIn: boolean) => {
    const others = days.filter((each) => each !== monthDay);
    return isIn ? [...others, monthDay].sort() : others;
  };
  const { [monthDay]: _granted, ...regional } = year.regional;
  const { [monthDay]: _from, ...moved } = year.moved ?? {};
  const changed: CalendarYear = {
    ...year,
    holidays: put(year.holidays, choice === "holiday" && !isHolidayOfEveryYear(day, calendar)),
    off: put(year.off, choice === "off" && !isWeekend),
    work: put(year.work, isWorked && isWeekend),
    short: put(year.short, choice === "short"),
    regional: choice === "regional" ? { ...regional, [monthDay]: act } : regional,
    ...(year.moved === undefined ? {} : { moved }),
  };
  return { ...calendar, years: { ...calendar.years, [key]: changed } };
}

/** Whether nobody works on that day of the week. */
export function isOfWeekend(day: IsoDate, calendar: WorkCalendar): boolean {
  return calendar.weekend.includes(weekdayOf(day));
}
