import { NO_FIELDS } from "@otklik/extension/clip/captured-page";
import type { PostedAt } from "@otklik/shared/complaint/clip";
import { expect, it } from "vitest";
import { printMail } from "./print-clip";

const posted = (postedAt: PostedAt, locale: "en" | "ru") => {
  const post = {
    ...NO_FIELDS,
    postedAt,
    sources: { postedAt: "page" },
    confidence: { postedAt: "likely" },
    missing: {},
  } as const;
  return printMail(post, [], locale)
    .split("\n")
    .find((line) => line.includes("2026") || line.includes("[page"));
};

it.each([
  [
    "an instant",
    { at: "2026-11-18T12:40:05Z", precision: "exact", raw: null },
    "en",
    /November 18, 2026.*:40:05/,
  ],
  [
    "a minute in a zone that is assumed",
    { at: "2026-11-18T12:40:00Z", precision: "minute", zoneKnown: false, raw: "18 ноя, 15:40" },
    "ru",
    /18 ноября 2026.*:40.* · пояс взят этого компьютера · на странице: «18 ноя, 15:40»/,
  ],
  [
    "so long ago",
    { at: "2026-11-18T12:40:00Z", precision: "relative", raw: "4 days ago" },
    "en",
    /November 18, 2026.* · roughly · the page says “4 days ago”/,
  ],
  [
    "a day",
    { at: null, precision: "day", day: "2026-11-18", raw: null },
    "en",
    /November 18, 2026 {2}\[page/,
  ],
  [
    "words that were not understood",
    { at: null, precision: "unknown", raw: "soon" },
    "en",
    /not understood · the page says “soon”/,
  ],
] as const)("prints %s in words", (_what, postedAt, locale, words) => {
  expect(posted(postedAt, locale)).toMatch(words);
});
