import type { PublishedRegulation, RegulationSettings } from "@otklik/shared/settings/regulation-settings";
import { describe, expect, it } from "vitest";
import { sampleRule } from "../../../../tests/support/sample-rule";
import { periodOf, versionAt, versionKey } from "./version-period";

function published(name: string, version: number, effectiveOn: string | null): PublishedRegulation {
  const regulation = { name, version, timeLimits: [sampleRule()] };
  return { regulation, effectiveOn, publishedAt: null, publishedBy: null, note: null };
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
    expect(periodOf(version, known)).toEqual(period);
  });

  it("knows one whose day a later one took, the same day or an earlier one", () => {
    for (const day of ["2027-01-01", "2026-12-01"]) {
      const third = published("own", 3, day);
      expect(periodOf(second, settings(first, third, second, first, model))).toMatchObject({
        state: "never",
      });
    }
  });

  it("ends one in force on the earliest of the days to come", () => {
    const third = published("own", 3, "2026-12-01");
    expect(periodOf(first, settings(first, third, second, first, model)).until).toBe("2026-12-01");
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
