import { describe, expect, it } from "vitest";
import { LOCALES } from "../people/locale";
import { en as complaintEn } from "./complaint/en";
import { ru as complaintRu } from "./complaint/ru";
import { en as deadlineEn } from "./deadline/en";
import { ru as deadlineRu } from "./deadline/ru";
import { type Catalogue, sayFrom } from "./message";
import { en as problemEn } from "./problem/en";
import { ru as problemRu } from "./problem/ru";
import { en as topicEn } from "./topic/en";
import { ru as topicRu } from "./topic/ru";

const say = sayFrom({
  en: {
    plain: "Nothing",
    named: "No. {number} of {name}",
    days: { one: "{count} day", other: "{count} days" },
  },
  ru: {
    plain: "Ничего",
    named: "№ {number}, {name}",
    days: { one: "{count} день", few: "{count} дня", many: "{count} дней", other: "{count} дня" },
  },
});

describe("IN-04 a text in a message", () => {
  const say = sayFrom({ en: { line: "{name} was here" }, ru: { line: "Здесь: {name}" } });
  it.each([
    ["that turns the line round", "a\u202eb"],
    ["from right to left", "שלום"],
    ["with an isolate of its own left open", "\u2067a"],
    ["in Arabic", "نور"],
  ])("%s is set apart", (_what, name) => {
    expect(say("en", "line", { name })).toBe(`\u2068${name}\u2069 was here`);
  });

  it.each(["Анна", "Anna 5", "https://otklik.test/#a", "王芳"])("such as %s stays as it is", (name) => {
    expect(say("en", "line", { name })).toBe(`${name} was here`);
  });
});

describe("sayFrom", () => {
  it.each([
    [0, "0 days", "0 дней"],
    [1, "1 day", "1 день"],
    [2, "2 days", "2 дня"],
    [5, "5 days", "5 дней"],
    [11, "11 days", "11 дней"],
    [21, "21 days", "21 день"],
    [104, "104 days", "104 дня"],
    [1.5, "1.5 days", "1,5 дня"],
    [20_000, "20,000 days", "20\u00a0000 дней"],
  ])("chooses the plural of %d and writes it the language's way", (count, en, ru) => {
    expect(say("en", "days", { count })).toBe(en);
    expect(say("ru", "days", { count })).toBe(ru);
  });

  it("puts texts in as they are, also those that look like parameters or patterns", () => {
    expect(say("en", "named", { number: "2026-000142", name: "{number} $& <b>" })).toBe(
      "No. 2026-000142 of {number} $& <b>",
    );
  });

  it("says a message without parameters in either language", () => {
    expect(LOCALES.map((locale) => say(locale, "plain"))).toEqual(["Ничего", "Nothing"]);
  });
});

describe.each<[string, Catalogue, Catalogue]>([
  ["complaint", complaintEn, complaintRu],
  ["deadline", deadlineEn, deadlineRu],
  ["problem", problemEn, problemRu],
  ["topic", topicEn, topicRu],
])("the %s messages", (_area, en, ru) => {
  it("have the same keys and the same parameters in both languages", () => {
    expect(Object.keys(ru).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en))
      expect([key, parametersOf(ru[key])]).toEqual([key, parametersOf(en[key])]);
  });

  it("give every form that a language's plural needs", () => {
    for (const [locale, catalogue] of [
      ["en", en],
      ["ru", ru],
    ] as const) {
      const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const incomplete = Object.entries(catalogue).filter(
        ([, entry]) => typeof entry !== "string" && needed.some((form) => entry[form] === undefined),
      );
      expect(incomplete).toEqual([]);
    }
  });

  it("keep to the voice: no exclamation marks, no straight quotes, no stray spaces", () => {
    for (const text of [...textsOf(en), ...textsOf(ru)]) {
      expect(text).not.toMatch(/[!"']|\s{2}|^\s|\s$/);
    }
  });

  it("keep figures with their words in Russian by no-break spaces", () => {
    expect(textsOf(ru).filter((text) => /№ |\{count\} /.test(text))).toEqual([]);
  });
});

function textsOf(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
}

function parametersOf(entry: Catalogue[string] | undefined): string[] {
  const texts = entry === undefined ? [] : textsOf({ entry });
  return [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
}
