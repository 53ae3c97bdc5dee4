import { expect, it } from "vitest";
import { wallClockOf } from "./wall-clock";

it.each([
  ["the last minute of a day", "2025-12-02T20:59:59.999Z", "Europe/Moscow", "2025-12-02", "23:59"],
  ["midnight is 00:00 of the new day", "2025-12-02T21:00:00.000Z", "Europe/Moscow", "2025-12-03", "00:00"],
  [
    "after the clock jumped over midnight",
    "2018-11-04T03:00:00.000Z",
    "America/Sao_Paulo",
    "2018-11-04",
    "01:00",
  ],
])("%s", (_rule, instant, zone, day, time) => {
  expect(wallClockOf(instant, zone)).toEqual({ day, time });
});

it.each([
  ["2025-12-02T21:00:00.000Z", "Europe/Moskva"],
  ["yesterday", "Europe/Moscow"],
])("refuses instant %o in zone %o", (instant, zone) => {
  expect(() => wallClockOf(instant, zone)).toThrow(RangeError);
});
