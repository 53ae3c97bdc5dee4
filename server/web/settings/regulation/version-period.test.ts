import type { PublishedRegulation, RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../tests/support/sample-rule";
import { isPartOfDay, periodOf, versionAt, versionKey } from "./version-period";

const ZONE = "Europe/Moscow";

function published(
  name: string,
  version: number,
  effectiveOn: string | null,
  publishedAt: string | null = null,
): PublishedRegulation {
  const regulation = { name, version, timeLimits: [sampleRule()] };
  return { regulation, effectiveOn, publishedAt, publishedBy: null, note: null };
}

const model = published("ru-default", 2, null);
const first = published("own", 1, "2026-11-01");
const second = published("own", 2, "2027-01-01");

/** @param versions the newest first */
function settings(current: PublishedRegulation, ...versions: PublishedRegulation[]): RegulationSettings {
  return { current, versions, draft: null };
}

describe("periodOf", () => {
  const later = settings(first, second, first, model);
  it.each([
    ["the only one", model, settings(model, model), { state: "current", from: null, until: null }],
    ["one to come", second, later, { state: "coming", from: "2027-01-01", until: null }],
    [
      "the one in force until then",
      first,
      later,
      { state: "current", from: "2026-11-01", until: "2027-01-01" },
    ],
    ["the one before", model, later, { state: "past", from: null, until: "2026-11-01" }],
  ] as const)("%s", (_what, version, known, period) => {
    expect(periodOf(version, known, ZONE)).toEqual(period);
    expect(isPartOfDay(periodOf(version, known, ZONE))).toBe(false);
  });

  it.each([
    ["from an earlier day", "2026-12-01", "2026-11-20T09:00:00Z", "never"],
    ["from the same day, with no time of its own", "2027-01-01", null, "never"],
    ["from the same day, in the last second before it", "2027-01-01", "2026-12-31T20:59:59Z", "never"],
    ["from the same day, when it began", "2027-01-01", "2026-12-31T21:00:00Z", "past"],
    ["from the same day, in the afternoon", "2027-01-01", "2027-01-01T12:00:00Z", "past"],
  ] as const)("of one whose day another took, published later %s", (_what, day, publishedAt, state) => {
    const third = published("own", 3, day, publishedAt);
    const period = periodOf(second, settings(third, third, second, first, model), ZONE);
    expect(period).toEqual({ state, from: "2027-01-01", until: day });
    expect(isPartOfDay(period)).toBe(state === "past");
  });

  it("says of one replaced twice in its day that it was in force for part of it", () => {
    const third = published("own", 3, "2027-01-01", "2027-01-01T08:00:00Z");
    const fourth = published("own", 4, "2027-01-01", "2027-01-01T09:00:00Z");
    const known = settings(fourth, fourth, third, second, first, model);
    expect([second, third].map((each) => periodOf(each, known, ZONE).state)).toEqual(["past", "past"]);
  });

  it("ends one in force on the earliest of the days to come", () => {
    const third = published("own", 3, "2026-12-01");
    expect(periodOf(first, settings(first, third, second, first, model), ZONE).until).toBe("2026-12-01");
  });
});

describe("versionAt", () => {
  it.each([
    ["own-2", second],
    ["ru-default-2", model],
    ["own-3", null],
    ["", null],
    [undefined, null],
  ])("%s", (key, version) => {
    expect(versionAt(settings(first, second, first, model), key)).toBe(version);
  });

  it("finds every version by its own key", () => {
    const known = settings(first, second, first, model);
    expect(known.versions.map((version) => versionAt(known, versionKey(version)))).toEqual(known.versions);
  });
});
