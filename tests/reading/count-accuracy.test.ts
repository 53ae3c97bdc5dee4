import { NO_FIELDS } from "@otklik/extension/clip/captured-page";
import { expect, it } from "vitest";
import { countAccuracy } from "./count-accuracy";
import type { Sample } from "./samples";

const sample: Sample = {
  file: "a.html",
  channel: "forum",
  real: true,
  url: "https://forum.example/7",
  author: "Агафья Рябова",
  time: "2026-11-17T07:30:12Z",
  text: null,
  wholeText: null,
};
const nothing = { ...NO_FIELDS, sources: {}, confidence: {}, missing: {} };
const person = (name: string) => ({ name, handle: null, profileUrl: null, platformId: null });

it("tells what is right from what is wrong and from what is not told", () => {
  const at = (at: string | null) => ({ at, precision: "exact" as const, raw: "вчера" });
  const { all, real, channels, misses } = countAccuracy(
    [
      { sample, post: { ...nothing, author: person("Агафья Рябова"), postedAt: at("2026-11-17T07:30:12Z") } },
      { sample, post: { ...nothing, author: person("Мирон Клестов"), postedAt: at("2026-11-18T07:30:12Z") } },
      { sample: { ...sample, real: false }, post: { ...nothing, author: null, postedAt: at(null) } },
    ],
    [],
  );
  expect(all).toMatchObject({
    pages: 3,
    author: { right: 1, of: 3, none: 1 },
    time: { right: 1, of: 3, none: 1 },
    text: { right: 0, of: 0, none: 0 },
  });
  expect(real).toMatchObject({ pages: 2, author: { right: 1, of: 2, none: 0 } });
  expect(channels).toEqual({ forum: all });
  expect(misses).toHaveLength(4);
});
