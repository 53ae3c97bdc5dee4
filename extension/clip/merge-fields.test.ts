import { CLIP_FIELDS, type FieldSource } from "@otklik/shared/complaint/clip-fields";
import { expect, it } from "vitest";
import { NO_FIELDS, type PostFields } from "./captured-page";
import { isPartOf, mergeFields, type Reading } from "./merge-fields";

const reading = (source: FieldSource, fields: Partial<PostFields>): Reading => ({
  source,
  fields: { ...NO_FIELDS, ...fields },
});

it.each([
  ["the adapter before all", ["selection", "json_ld", "adapter", "page"], "adapter"],
  ["the agent's selection before the page's markup", ["page", "json_ld", "selection"], "selection"],
  ["the post's own words before the page's description", ["open_graph", "page"], "page"],
] satisfies [string, FieldSource[], FieldSource][])("words: %s", (_rule, sources, winner) => {
  const merged = mergeFields(sources.map((source) => reading(source, { narrative: source })));
  expect([merged.narrative, merged.sources.narrative]).toEqual([winner, winner]);
});

it("takes an instant before words without one, whoever has them", () => {
  const words = { at: null, precision: "unknown", raw: "вчера" } as const;
  const instant = { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "20:40" } as const;
  const merged = mergeFields([
    reading("adapter", { postedAt: words }),
    reading("time_element", { postedAt: instant }),
  ]);
  expect([merged.postedAt, merged.sources.postedAt]).toEqual([instant, "time_element"]);
});

it("takes an exact instant before a rounded one, and the surer of two that are exact", () => {
  const at = (time: string, precision: "exact" | "minute") => ({ at: time, precision, raw: null });
  const rounded = reading("address", { postedAt: at("2026-11-18T17:40:00.000Z", "minute") });
  const told = reading("open_graph", { postedAt: at("2026-11-18T17:40:05.000Z", "exact") });
  const read = reading("adapter", { postedAt: at("2026-11-18T17:40:06.000Z", "exact") });
  expect(mergeFields([rounded, told]).sources.postedAt).toBe("open_graph");
  expect(mergeFields([rounded, told, read]).sources.postedAt).toBe("adapter");
});

it("leaves null, without a source and with a reason, what nobody found", () => {
  const missing = Object.fromEntries(CLIP_FIELDS.map((field) => [field, "not_shown"]));
  expect(mergeFields([])).toEqual({ ...NO_FIELDS, sources: {}, confidence: {}, missing });
});

it.each([
  ["spaces, case and signs aside", "НЕ привёз, заказ", "Курьер не привёз заказ.", true],
  ["other words", "не привезли", "Курьер не привёз заказ.", false],
  ["in nothing", "слово", null, false],
])("a part of words: %s", (_rule, part, whole, expected) => {
  expect(isPartOf(part, whole)).toBe(expected);
});

it.each([
  ["page alone is unsure", ["page"], "unsure"],
  ["readability alone is unsure", ["readability"], "unsure"],
  ["a description alone is likely", ["open_graph"], "likely"],
  ["an adapter is sure", ["adapter"], "sure"],
] satisfies [string, FieldSource[], string][])("trust: %s", (_rule, sources, trust) => {
  const merged = mergeFields(sources.map((source) => reading(source, { narrative: "Заказ не привезли" })));
  expect(merged.confidence.narrative).toBe(trust);
});

it("trusts a field one step more where a second reader says the same, and not where it says something else", () => {
  const page = reading("page", { narrative: "Заказ не привезли." });
  const same = reading("open_graph", { narrative: "ЗАКАЗ не привезли" });
  const other = reading("open_graph", { narrative: "Отзывы о доставке" });
  const trust = (readings: Reading[]) => mergeFields(readings).confidence.narrative;
  expect([trust([page, same]), trust([page, other])]).toEqual(["likely", "unsure"]);
});

it.each([
  ["nothing shows it", {}, "not_shown"],
  ["a reader failed", { failed: true }, "reader_failed"],
  ["several are there", { failed: true, unclear: true }, "unclear_which"],
])("says why a field is empty: %s", (_rule, troubles, reason) => {
  expect(mergeFields([], troubles).missing.author).toBe(reason);
});

it("says that words were not understood, and keeps them", () => {
  const postedAt = { at: null, precision: "unknown", raw: "на днях" } as const;
  const merged = mergeFields([reading("adapter", { postedAt })]);
  expect([merged.postedAt, merged.missing.postedAt]).toEqual([postedAt, "not_understood"]);
});
