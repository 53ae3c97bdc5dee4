import type { Interval } from "@otklik/shared/deadline/calendar/business-hours";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { sayAct } from "@otklik/shared/deadline/say/say-act";
import type { Weekday } from "@otklik/shared/deadline/time/local-day";
import type { MonthDay } from "@otklik/shared/deadline/vocabulary";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Locale } from "@otklik/shared/people/locale";
import { saySettings } from "../../messages/settings/index";
import { formatDay, formatMonthDay, weekdayNames } from "../../parts/format-when";
import { sayIntervals } from "../hours/say-hours";
import { sameData } from "./draft/same-calendar";

/** A setting that two calendars have otherwise, in words. */
export interface OtherChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** In what two calendars differ besides their days: years, acts, the week, holidays of every year, hours. */
export function otherChanges(
  locale: Locale,
  before: WorkCalendar,
  after: WorkCalendar,
): readonly OtherChange[] {
  const changes: OtherChange[] = [];
  const compare = <Value>(what: string, was: Value, is: Value, say: (value: Value) => string) => {
    if (!sameData(was, is)) changes.push({ what, before: say(was), after: say(is) });
  };
  compareYears(locale, before, after, compare);
  compare(saySettings(locale, "change.country"), before.country, after.country, (code) => code);
  compare(saySettings(locale, "change.weekend"), sorted(before.weekend), sorted(after.weekend), (days) =>
    sayWeekdays(locale, days),
  );
  compare(
    saySettings(locale, "change.holidays"),
    without(before.publicHolidays.days, after.publicHolidays.days),
    without(after.publicHolidays.days, before.publicHolidays.days),
    (days) => sayEach(locale, days, (day) => formatMonthDay(locale, day)),
  );
  compare(
    saySettings(locale, "change.holidaysAct"),
    before.publicHolidays.act,
    after.publicHolidays.act,
    (act) => sayAct(locale, act),
  );
  compareHours(locale, before, after, compare);
  return changes;
}

type Compare = <Value>(what: string, was: Value, is: Value, say: (value: Value) => string) => void;

function compareYears(locale: Locale, before: WorkCalendar, after: WorkCalendar, compare: Compare): void {
  const years = new Set([...Object.keys(before.years), ...Object.keys(after.years)]);
  for (const year of [...years].sort()) {
    const [was, is] = [before.years[year], after.years[year]];
    compare(
      saySettings(locale, "change.status", { year }),
      was?.status ?? null,
      is?.status ?? null,
      (status) =>
        status === null ? saySettings(locale, "year.noData") : sayDeadline(locale, `year.${status}`),
    );
    compare(saySettings(locale, "change.act", { year }), was?.act ?? null, is?.act ?? null, (act) =>
      act === null ? saySettings(locale, "none") : sayAct(locale, act),
    );
    compare(
      saySettings(locale, "change.regional", { year }),
      entriesUnlike(was?.regional ?? {}, is?.regional ?? {}),
      entriesUnlike(is?.regional ?? {}, was?.regional ?? {}),
      (days) =>
        sayEach(locale, days, ([day, act]) => `${formatMonthDay(locale, day)}: ${sayAct(locale, act)}`),
    );
    compare(
      saySettings(locale, "change.moved", { year }),
      entriesUnlike(was?.moved ?? {}, is?.moved ?? {}),
      entriesUnlike(is?.moved ?? {}, was?.moved ?? {}),
      (days) =>
        sayEach(
          locale,
          days,
          ([to, from]) => `${formatMonthDay(locale, from)} → ${formatMonthDay(locale, to)}`,
        ),
    );
  }
}

function compareHours(locale: Locale, before: WorkCalendar, after: WorkCalendar, compare: Compare): void {
  const [was, is] = [before.hours, after.hours];
  const say = (intervals: readonly Interval[]) => sayIntervals(locale, intervals);
  weekdayNames(locale, "long").forEach((weekday, place) => {
    compare(
      saySettings(locale, "change.hoursOf", { day: weekday }),
      was.week[place] ?? [],
      is.week[place] ?? [],
      say,
    );
  });
  compare(saySettings(locale, "hours.workingWeekend"), was.workingWeekend, is.workingWeekend, say);
  compare(saySettings(locale, "hours.onDaysOff"), was.onDaysOff, is.onDaysOff, (choice) =>
    saySettings(locale, `hours.onDaysOff.${choice}`),
  );
  compare(saySettings(locale, "hours.shortDay"), was.shortDayMinutes, is.shortDayMinutes, (count) =>
    sayDeadline(locale, "term.minute", { count }),
  );
  for (const on of [...new Set([...Object.keys(was.dates), ...Object.keys(is.dates)])].sort()) {
    compare(
      saySettings(locale, "change.hoursOf", { day: formatDay(locale, on) }),
      was.dates[on] ?? null,
      is.dates[on] ?? null,
      (intervals) => (intervals === null ? saySettings(locale, "hours.asUsual") : say(intervals)),
    );
  }
}

function sayWeekdays(locale: Locale, days: readonly Weekday[]): string {
  const names = weekdayNames(locale, "short");
  return days.length === 0 ? saySettings(locale, "none") : days.map((day) => names[day - 1]).join(", ");
}

/** What one has and the other has not, or has otherwise. */
function entriesUnlike(
  one: Readonly<Record<MonthDay, string>>,
  other: Readonly<Record<MonthDay, string>>,
): readonly (readonly [MonthDay, string])[] {
  return Object.entries(one).filter(([day, known]) => other[day] !== known);
}

function sayEach<Item>(locale: Locale, items: readonly Item[], say: (item: Item) => string): string {
  return items.length === 0 ? saySettings(locale, "none") : items.map(say).join("; ");
}

/** Those that are not among the others, in order. */
function without(days: readonly MonthDay[], others: readonly MonthDay[]): readonly MonthDay[] {
  return sorted(days.filter((day) => !others.includes(day)));
}

function sorted<Value extends string | number>(values: readonly Value[]): readonly Value[] {
  return [...values].sort();
}
