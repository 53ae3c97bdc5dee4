import { expect, it } from "vitest";
import { postedAtOf } from "./posted-at";

it.each([
  ["offset and seconds", "2026-11-18T20:40:05+03:00", "2026-11-18T17:40:05.000Z", "exact"],
  ["UTC and a fraction", "2026-11-18T17:40:05.1234Z", "2026-11-18T17:40:05.123Z", "exact"],
  ["offset without a colon", "2026-11-18T20:40:05+0300", "2026-11-18T17:40:05.000Z", "exact"],
  ["offset in hours", "2026-11-18T20:40:05+03", "2026-11-18T17:40:05.000Z", "exact"],
  ["a space for the T", "2026-11-18 20:40:05 +03:00", "2026-11-18T17:40:05.000Z", "exact"],
  ["no seconds", "2026-11-18T20:40+03:00", "2026-11-18T17:40:00.000Z", "minute"],
  ["no offset: the zone is not guessed", "2026-11-18T20:40:05", null, "day"],
  ["date alone", "2026-11-18", null, "day"],
  ["leap day", "2028-02-29", null, "day"],
  ["a day that is not", "2026-02-29", null, "unknown"],
  ["an hour that is not", "2026-11-18T25:00:00Z", null, "unknown"],
  ["words", "вчера в 20:40", null, "unknown"],
  ["a date with words behind it", "2026-11-18 вечером", null, "unknown"],
])("%s: %s", (_rule, machine, at, precision) => {
  expect(postedAtOf(machine)).toEqual({ at, precision, raw: machine });
});

it("keeps the words that a person sees, on one line and within the limit", () => {
  expect(postedAtOf("2026-11-18", " вчера \n вечером ")?.raw).toBe("вчера вечером");
  expect(postedAtOf(null, "а".repeat(300))?.raw).toHaveLength(200);
});

it("is null where there is neither a date nor words", () => {
  expect([postedAtOf(null), postedAtOf(" ", "  ")]).toEqual([null, null]);
});
