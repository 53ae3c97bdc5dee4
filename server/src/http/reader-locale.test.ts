import { expect, it } from "vitest";
import { readerLocale } from "./reader-locale";

it.each([
  ["the first that is spoken", "ru-RU,ru;q=0.9,en;q=0.8", "ru"],
  ["English with a region", "en-GB,en;q=0.9,ru;q=0.8", "en"],
  ["a language that is not spoken is passed over", "de-DE,de;q=0.9,ru;q=0.5", "ru"],
  ["a language that only begins alike", "run, enx", "ru"],
  ["capitals", "EN", "en"],
  ["nothing asked", undefined, "ru"],
  ["nothing that is spoken", "fr", "ru"],
] as const)("%s: %s → %s", (_rule, asked, locale) => {
  expect(readerLocale(asked, "ru")).toBe(locale);
});
