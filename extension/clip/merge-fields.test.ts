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

it("does not take few words for confirmed by a text that holds them", () => {
  const page = reading("page", { narrative: "Да." });
  const trust = (words: string) =>
    mergeFields([page, reading("open_graph", { narrative: words })]).confidence.narrative;
  expect([trust("Да, всегда рады вас видеть"), trust("да")]).toEqual(["unsure", "likely"]);
});

it.each([
  ["19 letters must be the same", "я".repeat(19), "unsure"],
  ["20 may be a part", "я".repeat(20), "likely"],
])("of words that are a part of others, %s", (_rule, words, trust) => {
  const readings = [
    reading("page", { narrative: words }),
    reading("open_graph", { narrative: `${words} и ещё` }),
  ];
  expect(mergeFields(readings).confidence.narrative).toBe(trust);
});

const AT = { at: "2026-11-18T17:40:00.000Z", precision: "minute", raw: "20:40" } as const;
const GUESSED = { ...AT, zoneKnown: false } as const;

it.each([
  [
    "of one element by two readers is one fact",
    [
      ["page", AT],
      ["time_element", AT],
    ],
    "likely",
  ],
  [
    "of the page's description too is sure",
    [
      ["time_element", AT],
      ["json_ld", AT],
    ],
    "sure",
  ],
  [
    "of the post's own name too is sure",
    [
      ["page", AT],
      ["address", AT],
    ],
    "sure",
  ],
  ["in a guessed zone is not sure, whoever read it", [["adapter", GUESSED]], "likely"],
  [
    "in a guessed zone is not sure for being guessed twice",
    [
      ["adapter", GUESSED],
      ["json_ld", GUESSED],
    ],
    "likely",
  ],
  [
    "in a guessed zone is sure where another tells the zone",
    [
      ["adapter", GUESSED],
      ["open_graph", AT],
    ],
    "sure",
  ],
] satisfies [string, [FieldSource, PostFields["postedAt"]][], string][])(
  "a time %s",
  (_rule, told, trust) => {
    const readings = told.map(([source, postedAt]) => reading(source, { postedAt }));
    expect(mergeFields(readings).confidence.postedAt).toBe(trust);
  },
);

it.each([
  ["nothing shows it", {}, "not_shown"],
  ["no post was recognised", { unrecognised: true }, "post_not_recognised"],
  ["a reader failed", { unrecognised: true, failed: true }, "reader_failed"],
  ["several are there", { failed: true, unclear: true }, "unclear_which"],
])("says why a field is empty: %s", (_rule, troubles, reason) => {
  expect(mergeFields([], troubles).missing.author).toBe(reason);
});

it("says that words were not understood, and keeps them", () => {
  const postedAt = { at: null, precision: "unknown", raw: "на днях" } as const;
  const merged = mergeFields([reading("adapter", { postedAt })]);
  expect([merged.postedAt, merged.missing.postedAt]).toEqual([postedAt, "not_understood"]);
});
