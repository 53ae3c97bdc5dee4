import { describe, expect, it } from "vitest";
import { russia } from "../calendar/russia";
import { windowOf } from "../calendar/window-of";
import { TIME_UNITS, type TimeUnit } from "../vocabulary";
import { remainingOf } from "./remaining";
import { sayRemaining } from "./say-due";

const MOSCOW = "Europe/Moscow";
/** Tuesday 30 December 2025, 12:00 in Moscow; the office is open from 9 to 13 and from 14 to 18. */
const NOW = new Date("2025-12-30T09:00:00.000Z");
const WINDOW = {
  ...windowOf(russia, NOW.toISOString(), MOSCOW),
  open: [
    ["2025-12-30T06:00:00.000Z", "2025-12-30T10:00:00.000Z"],
    ["2025-12-30T11:00:00.000Z", "2025-12-30T15:00:00.000Z"],
    ["2026-01-12T06:00:00.000Z", "2026-01-12T10:00:00.000Z"],
  ] satisfies [string, string][],
};

/** A term that ends at 24:00 of a day, or at an instant. */
function term(unit: TimeUnit, end: string) {
  const isDay = end.length === 10;
  const dueAt = isDay ? `${end}T21:00:00.000Z` : end;
  return { dueAt, dueOn: end.slice(0, 10), provisional: false, rule: { unit } };
}

describe("what is left, in the unit of the clock", () => {
  it.each<[string, TimeUnit, string, string, string]>([
    ["minutes", "minute", "2025-12-30T09:40:00.000Z", "in 40 minutes", "через 40 минут"],
    [
      "minutes, never more than there are",
      "minute",
      "2025-12-30T09:04:59.999Z",
      "in 4 minutes",
      "через 4 минуты",
    ],
    ["a single one", "minute", "2025-12-30T09:01:00.000Z", "in 1 minute", "через 1 минуту"],
    [
      "less than one",
      "minute",
      "2025-12-30T09:00:59.999Z",
      "in less than a minute",
      "меньше чем через минуту",
    ],
    ["many of them", "minute", "2025-12-30T11:00:00.000Z", "in 120 minutes", "через 120 минут"],
    ["hours", "hour", "2025-12-31T08:59:00.000Z", "in 23 hours", "через 23 часа"],
    ["hours of days", "hour", "2026-01-02T09:00:00.000Z", "in 72 hours", "через 72 часа"],
    ["less than an hour", "hour", "2025-12-30T09:59:59.000Z", "in 59 minutes", "через 59 минут"],
    ["an hour", "hour", "2025-12-30T10:00:00.000Z", "in 1 hour", "через 1 час"],
    [
      "business hours over lunch",
      "business_hour",
      "2025-12-30T15:00:00.000Z",
      "5 business hours left",
      "осталось 5 рабочих часов",
    ],
    [
      "business hours over the holidays",
      "business_hour",
      "2026-01-12T07:00:00.000Z",
      "6 business hours left",
      "осталось 6 рабочих часов",
    ],
    [
      "less than a business hour",
      "business_hour",
      "2025-12-30T09:21:00.000Z",
      "21 business minutes left",
      "осталась 21 рабочая минута",
    ],
    [
      "business minutes",
      "business_minute",
      "2025-12-30T11:30:00.000Z",
      "90 business minutes left",
      "осталось 90 рабочих минут",
    ],
    [
      "business hours of a day that is not known",
      "business_hour",
      "2026-01-13T07:00:00.000Z",
      "due Tuesday 13 January 2026, 10:00",
      "до вторника, 13 января 2026 года, 10:00",
    ],
    [
      "working days over the holidays",
      "working_day",
      "2026-01-14",
      "3 working days left",
      "осталось 3 рабочих дня",
    ],
    [
      "the last but one working day",
      "working_day",
      "2026-01-12",
      "1 working day left",
      "остался 1 рабочий день",
    ],
    ["five of them", "working_day", "2026-01-16", "5 working days left", "осталось 5 рабочих дней"],
    ["moved to a day off", "working_day", "2026-01-02", "3 calendar days left", "осталось 3 календарных дня"],
    [
      "further than the calendar sent along",
      "working_day",
      "2027-01-12",
      "378 calendar days left",
      "осталось 378 календарных дней",
    ],
    ["the last day", "working_day", "2025-12-30", "due today, 24:00", "сегодня до 24:00"],
    ["calendar days", "calendar_day", "2026-01-12", "13 calendar days left", "осталось 13 календарных дней"],
    ["one of them", "calendar_day", "2025-12-31", "1 calendar day left", "остался 1 календарный день"],
    ["the last calendar day", "calendar_day", "2025-12-30", "due today, 24:00", "сегодня до 24:00"],
    [
      "days without public holidays",
      "calendar_day_without_public_holidays",
      "2026-01-12",
      "5 calendar days left, public holidays left out",
      "осталось 5 календарных дней без нерабочих праздничных",
    ],
    ["weeks", "week", "2026-01-13", "2 weeks left", "осталось 2 недели"],
    ["less than two weeks", "week", "2026-01-12", "13 calendar days left", "осталось 13 календарных дней"],
    ["months", "month", "2026-03-31", "3 months left", "осталось 3 месяца"],
    ["months, never more than there are", "month", "2026-03-29", "2 months left", "осталось 2 месяца"],
    ["less than two months", "month", "2026-02-27", "59 calendar days left", "осталось 59 календарных дней"],
    ["years", "year", "2030-12-30", "5 years left", "осталось 5 лет"],
    ["less than two years", "year", "2027-12-29", "23 months left", "осталось 23 месяца"],
    [
      "less than two months of years",
      "year",
      "2026-01-12",
      "13 calendar days left",
      "осталось 13 календарных дней",
    ],
  ])("%s", (_what, unit, end, en, ru) => {
    expect(sayRemaining("en", term(unit, end), NOW, MOSCOW, WINDOW)).toBe(en);
    expect(withPlainSpaces(sayRemaining("ru", term(unit, end), NOW, MOSCOW, WINDOW))).toBe(ru);
  });

  it("says when it is provisional", () => {
    const due = { ...term("working_day", "2026-01-14"), provisional: true };
    expect(sayRemaining("en", due, NOW, MOSCOW, WINDOW)).toBe("3 working days left, provisional");
    const late = { ...term("working_day", "2025-12-29"), provisional: true };
    expect(sayRemaining("en", late, NOW, MOSCOW, WINDOW)).toBe("overdue by 1 working day, provisional");
  });

  it("closes with the business of its last day", () => {
    const due = { ...term("calendar_day", "2025-12-30T15:00:00.000Z") };
    expect(sayRemaining("en", due, NOW, MOSCOW, WINDOW)).toBe("due today, 18:00");
    expect(sayRemaining("en", due, new Date("2025-12-30T15:00:00.000Z"), MOSCOW, WINDOW)).toBe(
      "overdue since this minute",
    );
  });

  it.each(TIME_UNITS)("of %s, nothing once it has run out", (unit) => {
    const due = term(unit, NOW.toISOString());
    expect(remainingOf(due, NOW, MOSCOW, WINDOW)).toBeNull();
    expect(sayRemaining("en", due, NOW, MOSCOW, WINDOW)).toBe("overdue since this minute");
  });

  it.each(TIME_UNITS)("of %s is told without a calendar too", (unit) => {
    const due = { ...term(unit, "2026-01-12"), dueAt: "2026-01-12T20:59:00.000Z" };
    const said = sayRemaining("en", due, NOW, MOSCOW, null);
    expect(said).not.toContain("{");
    expect(said).toMatch(unit.startsWith("business") ? /^due Monday 12 January/ : /left$|^in \d/);
  });
});

/** Figures and their words are kept together by no-break spaces. */
function withPlainSpaces(said: string): string {
  return said.replaceAll("\u00a0", " ");
}
