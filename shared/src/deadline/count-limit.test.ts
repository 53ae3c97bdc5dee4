import { describe, expect, it } from "vitest";
import { businessCalendar } from "../../../tests/support/business-calendar";
import { russia } from "./calendar/russia";
import { type CountedLimit, countLimit } from "./due";
import type { TimeUnit } from "./vocabulary";

const LIMIT: CountedLimit = {
  unit: "working_day",
  n: 1,
  roll: "next",
  end: "day_end",
  family: "legal",
  pausable: false,
};
const MOSCOW = { calendar: russia, zone: "Europe/Moscow" };

describe("countLimit", () => {
  it.each<[TimeUnit, number, string, string]>([
    ["minute", 5, "2026-11-20T15:45:00.000Z", "2026-11-20"],
    ["hour", 24, "2026-11-21T15:40:00.000Z", "2026-11-21"],
    ["business_minute", 5, "2026-11-23T06:05:00.000Z", "2026-11-23"],
    ["business_hour", 9, "2026-11-23T15:00:00.000Z", "2026-11-23"],
    ["working_day", 1, "2026-11-23T21:00:00.000Z", "2026-11-23"],
    ["calendar_day", 1, "2026-11-23T21:00:00.000Z", "2026-11-23"],
    ["calendar_day_without_public_holidays", 4, "2026-11-24T21:00:00.000Z", "2026-11-24"],
    ["week", 1, "2026-11-27T21:00:00.000Z", "2026-11-27"],
    ["month", 1, "2026-12-21T21:00:00.000Z", "2026-12-21"],
    ["year", 1, "2027-11-22T21:00:00.000Z", "2027-11-22"],
  ])("counts %s from Friday evening: %i end at %s", (unit, n, dueAt, dueOn) => {
    expect(countLimit({ ...LIMIT, unit, n }, "2026-11-20T18:40:00+03:00", MOSCOW)).toMatchObject({
      dueAt,
      dueOn,
    });
  });

  it.each([
    ["its hours", "2026-11-20T12:00:00Z", "2026-11-23T15:00:00.000Z"],
    ["a short day", "2026-04-29T12:00:00Z", "2026-04-30T14:00:00.000Z"],
    ["a Saturday that is worked, and short", "2025-10-31T12:00:00Z", "2025-11-01T14:00:00.000Z"],
  ])("ends with close of business: %s", (_what, startAt, dueAt) => {
    expect(countLimit({ ...LIMIT, end: "close_of_business" }, startAt, MOSCOW).dueAt).toBe(dueAt);
  });

  it("ends a day without hours at 24:00, also where business closes", () => {
    const limit: CountedLimit = { ...LIMIT, unit: "calendar_day", roll: "none", end: "close_of_business" };
    expect(countLimit(limit, "2026-11-20T12:00:00Z", MOSCOW).dueAt).toBe("2026-11-21T21:00:00.000Z");
  });

  it("hangs on the calendar where it ends with business, though the day itself does not", () => {
    const limit: CountedLimit = { ...LIMIT, unit: "calendar_day", roll: "none" };
    const startAt = "2027-11-22T12:00:00Z";
    expect(countLimit(limit, startAt, MOSCOW).provisional).toBe(false);
    expect(countLimit({ ...limit, end: "close_of_business" }, startAt, MOSCOW).provisional).toBe(true);
  });

  it.each<[TimeUnit, boolean]>([
    ["hour", false],
    ["business_hour", true],
    ["working_day", true],
    ["calendar_day", true],
    ["calendar_day_without_public_holidays", true],
    ["week", true],
    ["month", true],
  ])("of a year of which only the holidays are known, %s: provisional %s", (unit, provisional) => {
    const known = businessCalendar("1-5 09:00-18:00", { provisional: ["2026"] });
    const years = Object.entries(known.years).map(
      ([year, data]) => [year, { ...data, status: "no_transfers_known" }] as const,
    );
    const calendar = { ...known, years: Object.fromEntries(years) };
    const term = countLimit({ ...LIMIT, unit }, "2026-05-04T08:00:00Z", { calendar, zone: "UTC" });
    expect(term.provisional).toBe(provisional);
  });

  it("does not take one term for another that it has counted", () => {
    const startAt = "2026-11-20T12:00:00Z";
    const ends = [
      countLimit(LIMIT, startAt, MOSCOW),
      countLimit({ ...LIMIT, n: 2 }, startAt, MOSCOW),
      countLimit({ ...LIMIT, unit: "calendar_day" }, startAt, MOSCOW),
      countLimit({ ...LIMIT, unit: "calendar_day", roll: "previous" }, startAt, MOSCOW),
      countLimit({ ...LIMIT, unit: "calendar_day", roll: "none" }, startAt, MOSCOW),
      countLimit({ ...LIMIT, end: "close_of_business" }, startAt, MOSCOW),
      countLimit(LIMIT, startAt, { ...MOSCOW, zone: "Asia/Kamchatka" }),
      countLimit(LIMIT, startAt, { ...MOSCOW, calendar: { ...russia, weekend: [7] } }),
    ].map(({ dueAt }) => dueAt);
    expect(ends).toEqual([
      "2026-11-23T21:00:00.000Z",
      "2026-11-24T21:00:00.000Z",
      "2026-11-23T21:00:00.000Z",
      "2026-11-20T21:00:00.000Z",
      "2026-11-21T21:00:00.000Z",
      "2026-11-23T15:00:00.000Z",
      "2026-11-23T12:00:00.000Z",
      "2026-11-21T21:00:00.000Z",
    ]);
  });

  it.each<[string, Partial<CountedLimit>, string, string]>([
    ["an instant that is none", {}, "noon", "Europe/Moscow"],
    ["a zone that does not exist", {}, "2026-11-20T12:00:00Z", "Europe/Moskva"],
    ["a length that is none", { n: 0 }, "2026-11-20T12:00:00Z", "Europe/Moscow"],
    ["hours that are too many", { n: 3_661, unit: "hour" }, "2026-11-20T12:00:00Z", "Europe/Moscow"],
  ])("refuses %s", (_what, limit, startAt, zone) => {
    expect(() => countLimit({ ...LIMIT, ...limit }, startAt, { calendar: russia, zone })).toThrow(RangeError);
  });
});
