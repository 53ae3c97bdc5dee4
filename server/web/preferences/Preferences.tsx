import { LOCALES, type Locale } from "@otklik/shared/people/locale";
import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useState } from "preact/hooks";
import { readPreference, writePreference } from "./preference";
import { preferredLocale } from "./preferred-locale";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

interface Choices {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly setLocale: (locale: Locale) => void;
  readonly setTheme: (theme: Theme) => void;
}

const PreferencesContext = createContext<Choices>({
  locale: "en",
  theme: "auto",
  setLocale: () => undefined,
  setTheme: () => undefined,
});

export const usePreferences = () => useContext(PreferencesContext);
export const useLocale = () => usePreferences().locale;

/** Holds the person's language and theme, and keeps the page's own marks of them in step. */
export function Preferences({ children }: { children: ComponentChildren }) {
  const [locale, setLocale] = useState(
    () => readPreference("locale", LOCALES) ?? preferredLocale(navigator.languages),
  );
  const [theme, setTheme] = useState(() => readPreference("theme", THEMES) ?? "auto");

  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const choices = useMemo<Choices>(
    () => ({
      locale,
      theme,
      setLocale: (chosen) => {
        writePreference("locale", chosen);
        setLocale(chosen);
      },
      setTheme: (chosen) => {
        writePreference("theme", chosen);
        setTheme(chosen);
      },
    }),
    [locale, theme],
  );
  return <PreferencesContext.Provider value={choices}>{children}</PreferencesContext.Provider>;
}
