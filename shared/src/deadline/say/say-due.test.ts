import { describe, expect, it } from "vitest";
import type { CalendarWindow } from "../calendar/calendar-window";
import { russia } from "../calendar/russia";
import { windowOf } from "../calendar/window-of";
import { type SayableDue, sayDue, sayDueShort } from "./say-due";

const MOSCOW = "Europe/Moscow";

/** Due dates of the table: an hour on Monday, the whole of Wednesday, and so on. All in Moscow. */
const MONDAY_18: SayableDue = { dueAt: "2025-12-01T15:00:00.000Z", dueOn: "2025-12-01", provisional: false };
const MONDAY: SayableDue = { dueAt: "2025-12-01T21:00:00.000Z", dueOn: "2025-12-01", provisional: false };
const WEDNESDAY: SayableDue = { dueAt: "2025-12-03T21:00:00.000Z", dueOn: "2025-12-03", provisional: false };
const FRIDAY: SayableDue = { dueAt: "2025-12-05T21:00:00.000Z", dueOn: "2025-12-05", provisional: false };
const NEXT_YEAR: SayableDue = { dueAt: "2026-01-12T21:00:00.000Z", dueOn: "2026-01-12", provisional: false };
const FORECAST: SayableDue = { dueAt: "2028-01-10T21:00:00.000Z", dueOn: "2028-01-10", provisional: true };

describe("sayDue", () => {
  it.each([
    ["an hour of today", MONDAY_18, "2025-12-01T14:59:59.999Z", "due today, 18:00", "сегодня до 18:00"],
    ["the whole of today", MONDAY, "2025-12-01T09:00:00.000Z", "due today, 24:00", "сегодня до 24:00"],
    ["an hour of tomorrow", MONDAY_18, "2025-11-30T09:00:00.000Z", "due tomorrow, 18:00", "завтра до 18:00"],
    [
      "an hour after tomorrow",
      MONDAY_18,
      "2025-11-29T09:00:00.000Z",
      "due Monday 1 December, 18:00",
      "до понедельника, 1 декабря, 18:00",
    ],
    [
      "the whole of tomorrow",
      WEDNESDAY,
      "2025-12-02T09:00:00.000Z",
      "due Wednesday 3 December",
      "до среды, 3 декабря",
    ],
    [
      "a day of this year",
      WEDNESDAY,
      "2025-12-01T09:00:00.000Z",
      "due Wednesday 3 December",
      "до среды, 3 декабря",
    ],
    [
      "a day of another year",
      NEXT_YEAR,
      "2025-12-01T09:00:00.000Z",
      "due Monday 12 January 2026",
      "до понедельника, 12 января 2026 года",
    ],
    [
      "a forecast",
      FORECAST,
      "2027-12-28T09:00:00.000Z",
      "due Monday 10 January 2028, provisional",
      "до понедельника, 10 января 2028 года, предварительно",
    ],
    [
      "the organisation's today, though it is yesterday in UTC",
      MONDAY,
      "2025-11-30T21:30:00.000Z",
      "due today, 24:00",
      "сегодня до 24:00",
    ],
    [
      "the very instant",
      MONDAY_18,
      "2025-12-01T15:00:00.000Z",
      "overdue since this minute",
      "только что просрочено",
    ],
    ["a minute late", MONDAY_18, "2025-12-01T15:01:00.000Z", "overdue by 1 minute", "просрочено на 1 минуту"],
    [
      "59 minutes late",
      MONDAY_18,
      "2025-12-01T15:59:59.999Z",
      "overdue by 59 minutes",
      "просрочено на 59 минут",
    ],
    ["an hour late", MONDAY_18, "2025-12-01T16:00:00.000Z", "overdue by 1 hour", "просрочено на 1 час"],
    ["23 hours late", MONDAY_18, "2025-12-02T14:59:00.000Z", "overdue by 23 hours", "просрочено на 23 часа"],
    [
      "24 hours late",
      MONDAY_18,
      "2025-12-02T15:00:00.000Z",
      "overdue by 1 working day",
      "просрочено на 1 рабочий день",
    ],
    [
      "a term in days, on its first day late",
      MONDAY,
      "2025-12-01T21:00:00.000Z",
      "overdue by 1 working day",
      "просрочено на 1 рабочий день",
    ],
    [
      "a term in days, two days late",
      MONDAY,
      "2025-12-03T09:00:00.000Z",
      "overdue by 2 working days",
      "просрочено на 2 рабочих дня",
    ],
    [
      "late since Friday, on Sunday",
      FRIDAY,
      "2025-12-07T09:00:00.000Z",
      "overdue by 2 days",
      "просрочено на 2 дня",
    ],
    [
      "late since Friday, on Monday",
      FRIDAY,
      "2025-12-08T09:00:00.000Z",
      "overdue by 1 working day",
      "просрочено на 1 рабочий день",
    ],
    [
      "late over the New Year",
      { ...FRIDAY, dueAt: "2025-12-30T21:00:00.000Z", dueOn: "2025-12-30" },
      "2026-01-12T09:00:00.000Z",
      "overdue by 1 working day",
      "просрочено на 1 рабочий день",
    ],
    [
      "five working days late",
      MONDAY,
      "2025-12-08T09:00:00.000Z",
      "overdue by 5 working days",
      "просрочено на 5 рабочих дней",
    ],
    [
      "a forecast that is late",
      FORECAST,
      "2028-01-11T09:00:00.000Z",
      "overdue by 1 working day, provisional",
      "просрочено на 1 рабочий день, предварительно",
    ],
  ])("%s", (_what, due, now, en, ru) => {
    const window = windowOf(russia, now, MOSCOW);
    expect(sayDue("en", due, new Date(now), MOSCOW, window)).toBe(en);
    expect(withPlainSpaces(sayDue("ru", due, new Date(now), MOSCOW, window))).toBe(ru);
  });

  it("counts days late by the calendar it is given", () => {
    const worked = { ...russia, years: { 2025: { ...fiveDays(), work: ["12-06", "12-07"] } } };
    const now = new Date("2025-12-07T09:00:00.000Z");
    const window = windowOf(worked, now.toISOString(), MOSCOW);
    expect(sayDue("en", FRIDAY, now, MOSCOW, window)).toBe("overdue by 2 working days");
  });

  it.each<[string, Pick<CalendarWindow, "from" | "days"> | null]>([
    ["of an older server, which sends none", null],
    ["that is too old", { from: "2024-01-01", days: "w".repeat(733) }],
    ["that begins later", { from: "2025-12-08", days: "w".repeat(733) }],
  ])("counts days late as calendar days without a calendar, or by one %s", (_what, days) => {
    const now = new Date("2025-12-09T09:00:00.000Z");
    const window = days === null ? null : { ...days, open: [] };
    const long = { ...FRIDAY, dueAt: "2025-11-30T21:00:00.000Z", dueOn: "2025-11-30" };
    const old = { ...FRIDAY, dueAt: "2023-11-30T21:00:00.000Z", dueOn: "2023-11-30" };
    const due = days?.from === "2024-01-01" ? old : long;
    const count = due === old ? 740 : 9;
    expect(sayDue("en", due, now, MOSCOW, window)).toBe(`overdue by ${count} days`);
  });

  it.each([
    ["2026-02-02", "Monday 2 February", "понедельника, 2 февраля"],
    ["2026-03-03", "Tuesday 3 March", "вторника, 3 марта"],
    ["2026-04-01", "Wednesday 1 April", "среды, 1 апреля"],
    ["2026-05-07", "Thursday 7 May", "четверга, 7 мая"],
    ["2026-06-05", "Friday 5 June", "пятницы, 5 июня"],
    ["2026-07-04", "Saturday 4 July", "субботы, 4 июля"],
    ["2026-08-09", "Sunday 9 August", "воскресенья, 9 августа"],
    ["2026-09-07", "Monday 7 September", "понедельника, 7 сентября"],
    ["2026-10-06", "Tuesday 6 October", "вторника, 6 октября"],
    ["2026-11-18", "Wednesday 18 November", "среды, 18 ноября"],
    ["2026-12-31", "Thursday 31 December", "четверга, 31 декабря"],
    ["2026-01-16", "Friday 16 January", "пятницы, 16 января"],
  ])("says weekday and month of %s", (dueOn, en, ru) => {
    const due = { dueAt: `${dueOn}T21:00:00.000Z`, dueOn, provisional: false };
    const now = new Date("2026-01-01T00:00:00.000Z");
    expect(sayDue("en", due, now, MOSCOW, null)).toBe(`due ${en}`);
    expect(withPlainSpaces(sayDue("ru", due, now, MOSCOW, null))).toBe(`до ${ru}`);
  });
});

describe("sayDueShort", () => {
  it.each([
    ["an hour of today", MONDAY_18, "2025-12-01T09:00:00.000Z", "18:00", "18:00"],
    ["the whole of today", MONDAY, "2025-12-01T09:00:00.000Z", "1 Dec", "1 дек."],
    ["an hour of another day", MONDAY_18, "2025-11-30T09:00:00.000Z", "1 Dec", "1 дек."],
    ["a day of another year", NEXT_YEAR, "2025-12-01T09:00:00.000Z", "12 Jan 2026", "12 янв. 2026 г."],
    [
      "a forecast",
      FORECAST,
      "2027-12-28T09:00:00.000Z",
      "10 Jan 2028 (provisional)",
      "10 янв. 2028 г. (предварительно)",
    ],
  ])("%s", (_what, due, now, en, ru) => {
    expect(sayDueShort("en", due, new Date(now), MOSCOW)).toBe(en);
    expect(withPlainSpaces(sayDueShort("ru", due, new Date(now), MOSCOW))).toBe(ru);
  });
});

function fiveDays() {
  return { act: null, status: "provisional", holidays: [], off: [], short: [], regional: {} } as const;
}

/** Figures and their words are kept together by no-break spaces. */
function withPlainSpaces(said: string): string {
  return said.replaceAll("\u00a0", " ");
}
