import type { MonthDay } from "../vocabulary";
import type { CalendarYear, WorkCalendar } from "./work-calendar";

/**
 * The production calendar of Russia, five-day week. Checked on 2026-11-21. When a decree is
 * published, put its year here and give the calendar a new version: due dates keep theirs.
 */
export const russia: WorkCalendar = {
  version: "ru-2026-11",
  country: "RU",
  weekend: [6, 7],
  hours: {
    week: [...Array(5).fill([{ from: "09:00", to: "18:00" }]), [], []],
    workingWeekend: [{ from: "09:00", to: "18:00" }],
    onDaysOff: "closed",
    shortDayMinutes: 60,
    dates: {},
  },
  publicHolidays: {
    act: "Labour Code art. 112",
    days: days("01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04"),
    // Days off that fall on holidays of January the Government moves.
    moving: days("02-23 03-08 05-01 05-09 06-12 11-04"),
  },
  years: {
    2025: year("official", "Government decree No. 1335 of 2024-10-04", {
      off: "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31",
      moved: "05-02<01-04 05-08<02-23 06-13<03-08 11-03<11-01 12-31<01-05",
      work: "11-01",
      short: "03-07 04-30 06-11 11-01",
    }),
    2026: year("official", "Government decree No. 1466 of 2025-09-24", {
      off: "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31",
      moved: "01-09<01-03 03-09<03-08 05-11<05-09 12-31<01-04",
      work: "",
      short: "04-30 05-08 06-11 11-03",
    }),
    2027: year("provisional", null, {
      off: "01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31",
      moved: "02-22<02-20 05-03<05-01 05-10<05-09 06-14<06-12 11-05<01-02 12-31<01-03",
      work: "02-20",
      short: "02-20 04-30 06-11 11-03",
    }),
  },
};

function year(
  status: CalendarYear["status"],
  act: string | null,
  lists: Readonly<Record<"off" | "moved" | "work" | "short", string>>,
): CalendarYear {
  return {
    act,
    status,
    holidays: [],
    off: days(lists.off),
    moved: Object.fromEntries(days(lists.moved).map((move) => move.split("<"))),
    work: days(lists.work),
    short: days(lists.short),
    regional: {},
  };
}

function days(list: string): readonly MonthDay[] {
  return list === "" ? [] : list.split(" ");
}
