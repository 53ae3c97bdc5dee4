import { expect, it } from "vitest";
import { postedAtOf } from "./posted-at";

const MOSCOW = { now: new Date("2026-11-22T12:00:00Z"), zone: "Europe/Moscow" };

it.each([
  ["offset and seconds", "2026-11-18T20:40:05+03:00", "2026-11-18T17:40:05.000Z", "exact"],
  ["UTC and a fraction", "2026-11-18T17:40:05.1234Z", "2026-11-18T17:40:05.123Z", "exact"],
  ["offset without a colon", "2026-11-18T20:40:05+0300", "2026-11-18T17:40:05.000Z", "exact"],
  ["offset in hours", "2026-11-18T20:40:05+03", "2026-11-18T17:40:05.000Z", "exact"],
  ["a space for the T", "2026-11-18 20:40:05 +03:00", "2026-11-18T17:40:05.000Z", "exact"],
  ["no seconds", "2026-11-18T20:40+03:00", "2026-11-18T17:40:00.000Z", "minute"],
  ["seconds since 1970", "1795023605", "2026-11-18T17:40:05.000Z", "exact"],
  ["milliseconds since 1970", "1795023605000", "2026-11-18T17:40:05.000Z", "exact"],
  ["a day that is not", "2026-02-29", null, "unknown"],
  ["an hour that is not", "2026-11-18T25:00:00Z", null, "unknown"],
  ["an hour that is not, without an offset", "2026-11-18T24:01", null, "unknown"],
  ["words that are not read without a moment", "вчера в 20:40", null, "unknown"],
  ["a date with words behind it", "2026-11-18 вечером", null, "unknown"],
])("%s: %s", (_rule, machine, at, precision) => {
  expect(postedAtOf(machine)).toEqual({ at, precision, raw: machine });
});

it.each([
  ["date alone", "2026-11-18", "2026-11-18"],
  ["leap day", "2028-02-29", "2028-02-29"],
  ["midnight without an offset", "2026-11-18T00:00:00", "2026-11-18"],
])("%s tells the day: %s", (_rule, machine, day) => {
  expect(postedAtOf(machine, null, MOSCOW)).toEqual({ at: null, precision: "day", day, raw: machine });
});

it("reckons a time without an offset in the browser's zone, and says that it did", () => {
  const machine = "2026-11-18T20:40:05";
  const at = "2026-11-18T17:40:05.000Z";
  expect(postedAtOf(machine, null, MOSCOW)).toEqual({
    at,
    precision: "exact",
    zoneKnown: false,
    raw: machine,
  });
  expect(postedAtOf(machine)).toEqual({ at: null, precision: "day", day: "2026-11-18", raw: machine });
});

it("believes the machine's date before the words, and the words where there is none", () => {
  expect(postedAtOf("2026-11-18T17:40:05Z", "вчера в 20:40", MOSCOW)?.at).toBe("2026-11-18T17:40:05.000Z");
  expect(postedAtOf("soon", "вчера в 20:40", MOSCOW)).toEqual({
    at: "2026-11-21T17:40:00.000Z",
    precision: "minute",
    zoneKnown: false,
    raw: "вчера в 20:40",
  });
});

it.each([
  [
    "the hour that the words have beside the machine's day",
    "2026-11-18",
    "18 ноября, 2026 - 20:40",
    "17:40:00",
  ],
  ["a date with a licence behind it", "2026-11-18 17:40:05Z, License: CC BY-SA 4.0", "Nov 18", "17:40:05"],
])("takes %s", (_rule, machine, words, time) => {
  expect(postedAtOf(machine, words, MOSCOW)?.at).toBe(`2026-11-18T${time}.000Z`);
});

it("takes no hour of another day, and none that is reckoned", () => {
  for (const words of ["5 ноября 2026, 20:40", "3 ч. назад"])
    expect(postedAtOf("2026-11-18", words, MOSCOW)).toMatchObject({ at: null, day: "2026-11-18" });
});

it("believes a date in a tooltip before the words that say how long ago, and shows the words", () => {
  expect(postedAtOf("Среда, 18 ноября 2026, 20:40", "4 дня назад", MOSCOW)).toEqual({
    at: "2026-11-18T17:40:00.000Z",
    precision: "minute",
    zoneKnown: false,
    raw: "4 дня назад",
  });
});

it("reads a machine's date that is shown as words", () => {
  expect(postedAtOf(null, "2026-11-18T17:40:05Z", MOSCOW)?.at).toBe("2026-11-18T17:40:05.000Z");
});

it("keeps the words that a person sees, on one line and within the limit", () => {
  expect(postedAtOf("2026-11-18", " вчера \n вечером ")?.raw).toBe("вчера вечером");
  expect(postedAtOf(null, "а".repeat(300))?.raw).toHaveLength(200);
});

it("is null where there is neither a date nor words", () => {
  expect([postedAtOf(null), postedAtOf(" ", "  ")]).toEqual([null, null]);
});
