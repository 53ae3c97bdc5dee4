import type { Locale } from "@otklik/shared/people/locale";
import { useEffect } from "preact/hooks";
import { localeOf, type Settings, storedSettings, withDefaults } from "./settings";
import { useLocalItem } from "./use-local-item";

/** The settings, kept fresh; null until they were read. */
export function useSettings(): Settings | null {
  const stored = useLocalItem(storedSettings);
  return stored === undefined ? null : withDefaults(stored);
}

/** The language to speak, also told to the document; null until the settings were read. */
export function useLocale(): Locale | null {
  const settings = useSettings();
  const locale = settings === null ? null : localeOf(settings);
  useDocumentLocale(locale);
  return locale;
}

/** Tells the document its language, for screen readers and hyphenation. */
export function useDocumentLocale(locale: Locale | null): void {
  useEffect(() => {
    if (locale !== null) document.documentElement.lang = locale;
  }, [locale]);
}
