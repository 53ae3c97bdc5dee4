import type { CalendarYear, WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";

/** Whether two calendars say the same, whatever they are called and in whatever order they list their days. */
export function sameCalendar(one: WorkCalendar, other: WorkCalendar): boolean {
  return contentOf(one) === contentOf(other);
}

/** Whether two parts of a calendar are the same data; the order of the keys does not matter. */
export function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function contentOf({ version: _version, ...calendar }: WorkCalendar): string {
  const years = Object.entries(calendar.years).map(([key, year]) => [key, yearInOrder(year)]);
  const weekend = [...calendar.weekend].sort();
  const publicHolidays = { ...calendar.publicHolidays, days: [...calendar.publicHolidays.days].sort() };
  return JSON.stringify(inOrder({ ...calendar, weekend, publicHolidays, years: Object.fromEntries(years) }));
}

function yearInOrder(year: CalendarYear) {
  const { holidays, off, work, short } = year;
  const [one, two, three, four] = [holidays, off, work, short].map((days) => [...days].sort());
  return { ...year, holidays: one, off: two, work: three, short: four, moved: year.moved ?? {} };
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder(each)]));
}
