import type { Locale } from "@otklik/shared/people/locale";

/**
 * The language that a reader asks for: the first of `Accept-Language` that the product speaks.
 * Weights are not read: browsers list languages by preference.
 */
export function readerLocale(acceptLanguage: string | undefined, otherwise: Locale): Locale {
  if (acceptLanguage === undefined) return otherwise;
  const match = /(?:^|,)\s*(ru|en)(?:-[a-z0-9-]*)?\s*(?=[,;]|$)/i.exec(acceptLanguage);
  return match === null ? otherwise : match[1]?.toLowerCase() === "ru" ? "ru" : "en";
}
