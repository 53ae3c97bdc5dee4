import type { AdapterHealth } from "@otklik/shared/capture/adapter-health";
import { expect, it } from "vitest";
import { siteRows } from "./site-rows";

const day = (adapter: string, changes: Partial<AdapterHealth> = {}): AdapterHealth => ({
  adapter,
  day: "2026-11-12",
  read: 4,
  fellBack: 0,
  filled: { narrative: 4 },
  missed: {},
  ...changes,
});

it("sums the days of a site and tells what part of each field was found", () => {
  const counts = [
    day("vk", { filled: { narrative: 4, author: 3 }, missed: { author: 1 } }),
    day("vk", { day: "2026-11-13", fellBack: 2, filled: { narrative: 4 }, missed: { author: 4 } }),
  ];
  expect(siteRows(counts)).toEqual([
    {
      adapter: "vk",
      read: 8,
      fellBack: 2,
      filled: { narrative: 1, author: 3 / 8, permalink: null, postedAt: null },
    },
  ]);
});

it("puts the worst first, also one whose posts are not found at all", () => {
  const counts = [
    day("good"),
    day("half", { filled: { author: 2 }, missed: { author: 2 } }),
    day("lost", { read: 0, fellBack: 3, filled: {} }),
    day("also-good"),
  ];
  expect(siteRows(counts).map(({ adapter }) => adapter)).toEqual(["lost", "half", "also-good", "good"]);
});
