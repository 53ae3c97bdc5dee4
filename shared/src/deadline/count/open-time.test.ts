import { describe, expect, it } from "vitest";
import { type BusinessCalendarParts, businessCalendar } from "../../../../tests/support/business-calendar";
import { russia } from "../calendar/russia";
import { closeOfBusiness, openSpansBetween } from "./open-time";

describe("openSpansBetween", () => {
  it("gives the hours of each day, cut where the stretch begins and ends", () => {
    expect(openSpansBetween("2026-11-20T12:00:00Z", "2026-11-23T12:00:00Z", russia, "Europe/Moscow")).toEqual(
      [
        ["2026-11-20T12:00:00.000Z", "2026-11-20T15:00:00.000Z"],
        ["2026-11-23T06:00:00.000Z", "2026-11-23T12:00:00.000Z"],
      ],
    );
  });

  it("joins what midnight, in the zone or in UTC, would cut", () => {
    const always = businessCalendar("1-7 00:00-24:00");
    const days = ["2026-11-20T12:00:00.000Z", "2026-11-27T12:00:00.000Z"] as const;
    expect(openSpansBetween(...days, always, "Europe/Berlin")).toEqual([days]);
    const evenings = businessCalendar("1-7 17:00-22:00");
    expect(
      openSpansBetween("2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z", evenings, "America/New_York"),
    ).toEqual([["2026-11-20T22:00:00.000Z", "2026-11-21T03:00:00.000Z"]]);
  });

  it.each([
    ["nothing between an instant and itself", "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z"],
    ["nothing backwards", "2026-11-20T12:00:00Z", "2026-11-19T12:00:00Z"],
    ["nothing over a weekend", "2026-11-20T15:00:00Z", "2026-11-23T06:00:00Z"],
  ])("%s", (_what, from, to) => {
    expect(openSpansBetween(from, to, russia, "Europe/Moscow")).toEqual([]);
  });

  it("TIME-02 keeps the hours of the wall clock over a clock change", () => {
    const nights = businessCalendar("6 22:00-06:00");
    expect(openSpansBetween("2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z", nights, "Europe/Berlin")).toEqual(
      [["2026-10-24T20:00:00.000Z", "2026-10-25T05:00:00.000Z"]],
    );
  });

  it("refuses what is no instant and no zone", () => {
    expect(() => openSpansBetween("noon", "2026-11-20T12:00:00Z", russia, "UTC")).toThrow(RangeError);
    expect(() => openSpansBetween("2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z", russia, "Mars")).toThrow(
      RangeError,
    );
  });
});

describe("closeOfBusiness", () => {
  it.for<readonly [string, string, string, string, string, BusinessCalendarParts?]>([
    [
      "the end of the last hours",
      "1-5 09:00-13:00 14:00-18:00",
      "Europe/Moscow",
      "2026-11-23",
      "2026-11-23T18:00:00+03:00",
    ],
    [
      "a day without hours: its end",
      "1-5 09:00-18:00",
      "Europe/Moscow",
      "2026-11-22",
      "2026-11-23T00:00:00+03:00",
    ],
    [
      "a short day",
      "1-5 09:00-18:00",
      "Europe/Moscow",
      "2026-11-23",
      "2026-11-23T17:00:00+03:00",
      { short: ["2026-11-23"] },
    ],
    [
      "a worked Saturday",
      "1-5 09:00-18:00",
      "Europe/Moscow",
      "2026-11-21",
      "2026-11-21T16:00:00+03:00",
      { work: ["2026-11-21"], workingWeekend: "10:00-16:00" },
    ],
    [
      "own hours of a date",
      "1-5 09:00-18:00",
      "Europe/Moscow",
      "2026-11-23",
      "2026-11-23T20:00:00+03:00",
      { dates: { "2026-11-23": "12:00-20:00" } },
    ],
    [
      "a night closes at the end of the day on which it began",
      "1-5 22:00-06:00",
      "Europe/Moscow",
      "2026-11-23",
      "2026-11-24T00:00:00+03:00",
    ],
    [
      "the morning of another day's night does not close it",
      "1 22:00-06:00",
      "Europe/Moscow",
      "2026-11-24",
      "2026-11-25T00:00:00+03:00",
    ],
    ["the whole day", "1-5 00:00-24:00", "Europe/Moscow", "2026-11-23", "2026-11-24T00:00:00+03:00"],
    [
      "TIME-02 in the gap: when the clock jumps",
      "7 00:00-02:30",
      "Europe/Berlin",
      "2026-03-29",
      "2026-03-29T03:00:00+02:00",
    ],
    [
      "TIME-02 all of it in the gap: the end of the day",
      "7 02:00-03:00",
      "Europe/Berlin",
      "2026-03-29",
      "2026-03-30T00:00:00+02:00",
    ],
    [
      "TIME-02 in the hour that comes twice: the second time",
      "7 00:00-02:30",
      "Europe/Berlin",
      "2026-10-25",
      "2026-10-25T02:30:00+01:00",
    ],
    [
      "TIME-02 midnight that comes twice",
      "6 20:00-24:00",
      "America/Sao_Paulo",
      "2018-02-17",
      "2018-02-18T00:00:00-03:00",
    ],
  ])("%s: %s, %s, %s", ([_what, week, zone, day, end, parts]) => {
    expect(closeOfBusiness(day, businessCalendar(week, parts), zone)).toBe(new Date(end).toISOString());
  });
});
