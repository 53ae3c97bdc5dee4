import { LOCALES, type Locale } from "@otklik/shared/people/locale";

/**
 * The first of the browser's languages that the desk speaks.
 *
 * @param languages BCP 47 tags, most wanted first, as `navigator.languages`
 * @returns English when none is spoken
 */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const spoken = LOCALES.find((locale) => language.toLowerCase().split("-")[0] === locale);
    if (spoken !== undefined) return spoken;
  }
  return "en";
}
