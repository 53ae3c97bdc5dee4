import { expect, it } from "vitest";
import { sayAboutHour } from "./say-about-hour";

const NOW = new Date("2026-11-22T15:00:00.000Z");

it.each([
  ["a full hour", "2026-11-22T12:00:00.000Z", "UTC", "22 Nov, about 12", "22 нояб., около 12 ч"],
  [
    "the last moment of an hour",
    "2026-11-22T12:59:59.999Z",
    "UTC",
    "22 Nov, about 12",
    "22 нояб., около 12 ч",
  ],
  ["one in the zone", "2026-11-22T06:39:00.000Z", "Europe/Moscow", "22 Nov, about 9", "22 нояб., около 9 ч"],
  ["midnight", "2026-11-21T21:00:00.000Z", "Europe/Moscow", "22 Nov, about 0", "22 нояб., около 0 ч"],
  [
    "another year",
    "2025-11-22T12:00:00.000Z",
    "UTC",
    "22 Nov 2025, about 12",
    "22 нояб. 2025 г., около 12 ч",
  ],
])("says %s", (_what, instant, zone, en, ru) => {
  const said = (locale: "en" | "ru") => sayAboutHour(locale, instant, zone, NOW).replaceAll("\u00a0", " ");
  expect(said("en")).toBe(en);
  expect(said("ru")).toBe(ru);
});
