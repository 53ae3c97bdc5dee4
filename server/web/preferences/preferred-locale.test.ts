import { expect, it } from "vitest";
import { preferredLocale } from "./preferred-locale";

it.each([
  ["the first language wins", ["ru-RU", "en-US"], "ru"],
  ["a language that is not spoken is passed over", ["de-AT", "ru", "en"], "ru"],
  ["a tag that only begins alike is another language", ["rue", "enm"], "en"],
  ["letter case does not matter", ["RU-ru"], "ru"],
  ["nothing spoken: English", ["de", "fr"], "en"],
  ["no languages at all: English", [], "en"],
] as const)("%s", (_rule, languages, locale) => {
  expect(preferredLocale(languages)).toBe(locale);
});
