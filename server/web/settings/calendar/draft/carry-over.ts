import type { BusinessHours } from "@otklik/shared/deadline/calendar/business-hours";
import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { sameData } from "./same-calendar";

/**
 * Puts what a person has changed onto a calendar that somebody else has published meanwhile: day by day and setting by
 * setting. Where both have changed the same, the person's change holds: it is what is shown for publishing next.
 *
 * @param base what the person began with
 */
export function carryOver(base: WorkCalendar, mine: WorkCalendar, theirs: WorkCalendar): WorkCalendar {
  return {
    version: theirs.version,
    country: chosen(base.country, mine.country, theirs.country),
    weekend: chosen(base.weekend, mine.weekend, theirs.weekend),
    years: merged(base.years, mine.years, theirs.years, mergedYear),
    publicHolidays: {
      ...theirs.publicHolidays,
      act: chosen(base.publicHolidays.act, mine.publicHolidays.act, theirs.publicHolidays.act),
      days: mergedDays(base.publicHolidays.days, mine.publicHolidays.days, theirs.publicHolidays.days),
    },
    hours: mergedHours(base.hours, mine.hours, theirs.hours),
  };
}

function chosen<Value>(base: Value, mine: Value, theirs: Value): Value {
  return sameData(base, mine) ? theirs : mine;
}

function mergedYear(base: CalendarYear, mine: CalendarYear, theirs: CalendarYear): CalendarYear {
  const moved = merged(base.moved ?? {}, mine.moved ?? {}, theirs.moved ?? {}, chosen);
  return {
    act: chosen(base.act, mine.act, theirs.act),
    status: chosen(base.status, mine.status, theirs.status),
    holidays: mergedDays(base.holidays, mine.holidays, theirs.holidays),
    off: mergedDays(base.off, mine.off, theirs.off),
    work: mergedDays(base.work, mine.work, theirs.work),
    short: mergedDays(base.short, mine.short, theirs.short),
    regional: merged(base.regional, mine.regional, theirs.regional, chosen),
    ...(Object.keys(moved).length > 0 ? { moved } : {}),
  };
}

function mergedHours(base: BusinessHours, mine: BusinessHours, theirs: BusinessHours): BusinessHours {
  return {
    week: theirs.week.map((day, place) => chosen(base.week[place] ?? [], mine.week[place] ?? [], day)),
    workingWeekend: chosen(base.workingWeekend, mine.workingWeekend, theirs.workingWeekend),
    onDaysOff: chosen(base.onDaysOff, mine.onDaysOff, theirs.onDaysOff),
    shortDayMinutes: chosen(base.shortDayMinutes, mine.shortDayMinutes, theirs.shortDayMinutes),
    dates: merged(base.dates, mine.dates, theirs.dates, chosen),
  };
}

/** Days that the person has taken out go, those put in come. */
function mergedDays(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] {
  const kept = theirs.filter((day) => mine.includes(day) || !base.includes(day));
  const added = mine.filter((day) => !base.includes(day) && !kept.includes(day));
  return [...kept, ...added].sort();
}

/** The same for what is kept under a name; where all three have it, its own parts are merged. */
function merged<Value>(
  base: Readonly<Record<string, Value>>,
  mine: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
  merge: (base: Value, mine: Value, theirs: Value) => Value,
): Record<string, Value> {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const entries = [...names].sort().flatMap((name): [string, Value][] => {
    const [was, my, their] = [base[name], mine[name], theirs[name]];
    if (my === undefined) return was === undefined && their !== undefined ? [[name, their]] : [];
    if (their === undefined) return was === undefined || !sameData(was, my) ? [[name, my]] : [];
    return [[name, was === undefined ? my : merge(was, my, their)]];
  });
  return Object.fromEntries(entries);
}
