import { expect, it } from "vitest";
import { instantAt } from "./instant-at";

it.each([
  ["UTC", "2026-11-21", "18:40", "UTC", "2026-11-21T18:40:00.000Z"],
  ["a zone ahead of UTC", "2026-11-21", "18:40", "Europe/Moscow", "2026-11-21T15:40:00.000Z"],
  ["midnight is the day before in UTC", "2026-11-21", "00:00", "Europe/Moscow", "2026-11-20T21:00:00.000Z"],
  ["a zone behind UTC", "2026-11-21", "23:59", "America/Sao_Paulo", "2026-11-22T02:59:00.000Z"],
  [
    "a zone of three quarters of an hour",
    "2026-11-21",
    "12:00",
    "Asia/Kathmandu",
    "2026-11-21T06:15:00.000Z",
  ],
  [
    "the last minute before the clock jumps",
    "2026-03-29",
    "01:59",
    "Europe/Berlin",
    "2026-03-29T00:59:00.000Z",
  ],
  ["a time that is jumped over", "2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["the first minute after the jump", "2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
  [
    "a time that comes twice is the first",
    "2026-10-25",
    "02:30",
    "Europe/Berlin",
    "2026-10-25T00:30:00.000Z",
  ],
  ["the hour after the second one", "2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
  ["twice in a zone behind UTC", "2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
])("%s: %s %s in %s", (_rule, day, time, zone, instant) => {
  expect(instantAt(day, time, zone)).toBe(instant);
});

it.each([
  ["no such day", "2026-02-30", "12:00", "UTC"],
  ["no such time", "2026-02-20", "25:00", "UTC"],
  ["nothing typed", "", "", "UTC"],
  ["no such zone", "2026-02-20", "12:00", "Europe/Nowhere"],
])("refuses %s", (_what, day, time, zone) => {
  expect(() => instantAt(day, time, zone)).toThrow(RangeError);
});
