import type { Locale } from "@otklik/shared/people/locale";

/** Countries in the reader's language and in its order; one without a name there stands under its code. */
export function namedCountries(
  locale: Locale,
  codes: readonly string[],
): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
}
