import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./local-day";
import { wallClockOf } from "./wall-clock";
import { dayEndsFrom, endOfDay, localDateOf } from "./zone";

describe("endOfDay", () => {
  it.each([
    ["Moscow has no clock changes", "2026-03-29", "Europe/Moscow", "2026-03-29T21:00:00.000Z"],
    ["a day of 23 hours", "2026-03-29", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["the day before it", "2026-03-28", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["a day of 25 hours", "2026-10-25", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    [
      "midnight is jumped over: the day ends at the jump",
      "2018-11-03",
      "America/Sao_Paulo",
      "2018-11-04T03:00:00.000Z",
    ],
    [
      "midnight comes twice: the second ends the day",
      "2018-02-17",
      "America/Sao_Paulo",
      "2018-02-18T03:00:00.000Z",
    ],
    ["the day after is left out by the zone", "2011-12-29", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["an offset of quarters of an hour", "2026-06-01", "Asia/Kathmandu", "2026-06-01T18:15:00.000Z"],
    ["west of Greenwich", "2025-12-31", "America/Los_Angeles", "2026-01-01T08:00:00.000Z"],
    ["east of it", "2025-12-31", "Asia/Kamchatka", "2025-12-31T12:00:00.000Z"],
    ["UTC", "2028-02-29", "UTC", "2028-03-01T00:00:00.000Z"],
  ])("%s", (_rule, day, zone, end) => {
    expect(endOfDay(day, zone)).toBe(end);
  });

  it.each([
    ["Europe/Moskva", "2026-01-01"],
    ["", "2026-01-01"],
    ["Europe/Moscow", "2026-02-30"],
    ["Europe/Moscow", "tomorrow"],
  ])("refuses zone %o with day %o", (zone, day) => {
    expect(() => endOfDay(day, zone)).toThrow(RangeError);
  });
});

describe("localDateOf", () => {
  it.each([
    ["the last moment of a day", "2025-12-02T20:59:59.999Z", "Europe/Moscow", "2025-12-02"],
    ["24:00 is the next day", "2025-12-02T21:00:00.000Z", "Europe/Moscow", "2025-12-03"],
    ["an offset is understood", "2025-12-02T23:30:00+03:00", "UTC", "2025-12-02"],
    ["the hour that comes twice", "2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25"],
  ])("%s", (_rule, instant, zone, day) => {
    expect(localDateOf(instant, zone)).toBe(day);
  });

  it.each([
    ["Europe/Moskva", "2026-01-01T00:00:00Z"],
    ["Europe/Moscow", "yesterday"],
  ])("refuses zone %o with instant %o", (zone, instant) => {
    expect(() => localDateOf(instant, zone)).toThrow(RangeError);
  });

  it("agrees with the platform's own clocks, anywhere and at any time", () => {
    const zones = [
      "Europe/Moscow",
      "Europe/Berlin",
      "America/Sao_Paulo",
      "Asia/Kathmandu",
      "Pacific/Apia",
      "UTC",
    ];
    const instant = fc
      .date({
        min: new Date("2005-01-01T00:00:00Z"),
        max: new Date("2035-01-01T00:00:00Z"),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, instant) => {
        const day = localDateOf(instant, zone);
        expect(day).toBe(wallClockOf(instant, zone).day);
        expect(Date.parse(endOfDay(day, zone))).toBeGreaterThan(Date.parse(instant));
        expect(Date.parse(endOfDay(addDays(day, -1), zone))).toBeLessThanOrEqual(Date.parse(instant));
      }),
    );
  });
});

describe("dayEndsFrom", () => {
  it("begins with the day of the instant and follows the clock changes", () => {
    expect(dayEndsFrom("2026-10-24T12:00:00Z", "Europe/Berlin", 3)).toEqual([
      "2026-10-24T22:00:00.000Z",
      "2026-10-25T23:00:00.000Z",
      "2026-10-26T23:00:00.000Z",
    ]);
  });

  it("at the end of a day gives the ends still to come", () => {
    expect(dayEndsFrom("2026-11-24T21:00:00.000Z", "Europe/Moscow", 1)).toEqual(["2026-11-25T21:00:00.000Z"]);
  });
});
