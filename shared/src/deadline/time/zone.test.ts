import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./local-day";
import { wallClockOf } from "./wall-clock";
import { dayEndsFrom, endOfDay, localDateOf, offsetsIn, spanOfDay } from "./zone";

describe("TIME-02 endOfDay", () => {
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
    ["a day that the zone leaves out", "2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["the clock goes back over midnight", "2010-11-06", "America/St_Johns", "2010-11-07T03:30:00.000Z"],
    ["a zone that changed in 2011", "2011-03-27", "Europe/Moscow", "2011-03-27T20:00:00.000Z"],
    ["and in 2014", "2014-10-26", "Europe/Moscow", "2014-10-26T21:00:00.000Z"],
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

describe("TIME-02 localDateOf", () => {
  it.each([
    ["the last moment of a day", "2025-12-02T20:59:59.999Z", "Europe/Moscow", "2025-12-02"],
    ["24:00 is the next day", "2025-12-02T21:00:00.000Z", "Europe/Moscow", "2025-12-03"],
    ["an offset is understood", "2025-12-02T23:30:00+03:00", "UTC", "2025-12-02"],
    ["the hour that comes twice", "2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25"],
    [
      "a minute of the next day, before the clock goes back",
      "2010-11-07T02:30:30Z",
      "America/St_Johns",
      "2010-11-07",
    ],
    ["the evening that comes back", "2010-11-07T02:31:00Z", "America/St_Johns", "2010-11-06"],
    ["the day that follows it once more", "2010-11-07T03:30:00Z", "America/St_Johns", "2010-11-07"],
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
      "America/St_Johns",
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

  it("goes on where an evening comes back", () => {
    expect(dayEndsFrom("2010-11-07T02:31:00Z", "America/St_Johns", 2)).toEqual([
      "2010-11-07T03:30:00.000Z",
      "2010-11-08T03:30:00.000Z",
    ]);
  });

  it("at the end of a day gives the ends still to come", () => {
    expect(dayEndsFrom("2026-11-24T21:00:00.000Z", "Europe/Moscow", 1)).toEqual(["2026-11-25T21:00:00.000Z"]);
  });
});

describe("spanOfDay", () => {
  it.each([
    ["a day of 23 hours", "2026-03-29", "Europe/Berlin", 23],
    ["a day of 25 hours", "2026-10-25", "Europe/Berlin", 25],
    ["a day without midnight", "2018-11-04", "America/Sao_Paulo", 23],
    ["a day that is left out", "2011-12-30", "Pacific/Apia", 0],
    ["a day that comes back", "2010-11-06", "America/St_Johns", 25],
  ])("%s: %s in %s is %i hours", (_what, day, zone, hours) => {
    const { from, to } = spanOfDay(day, zone);
    expect((to - from) / 3_600_000).toBe(hours);
  });
});

describe("offsetsIn", () => {
  const hour = 3_600_000;
  const from = Date.parse("2026-10-24T12:00:00Z");

  it("cuts a stretch where the clock changes", () => {
    const change = Date.parse("2026-10-25T01:00:00Z");
    expect(offsetsIn({ from, to: from + 24 * hour }, "Europe/Berlin")).toEqual([
      { from, to: change, offset: 2 * hour },
      { from: change, to: from + 24 * hour, offset: hour },
    ]);
  });

  it("is one where it does not, and where it ends with the change", () => {
    expect(offsetsIn({ from, to: from + 24 * hour }, "Europe/Moscow")).toHaveLength(1);
    expect(offsetsIn({ from, to: Date.parse("2026-10-25T01:00:00Z") }, "Europe/Berlin")).toHaveLength(1);
  });
});
