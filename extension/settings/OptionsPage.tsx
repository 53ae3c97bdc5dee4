import { useEffect } from "preact/hooks";
import { sayOptions } from "../messages/options";
import { ConnectionSection } from "../pairing/ConnectionSection";
import { DisplaySection } from "./DisplaySection";
import { localeOf } from "./settings";
import { useDocumentLocale, useSettings } from "./use-settings";
import "./options.css";

/** The options: to whom this browser is connected, and how it shows things. */
export function OptionsPage() {
  const settings = useSettings();
  const locale = settings === null ? null : localeOf(settings);
  useDocumentLocale(locale);
  useEffect(() => {
    if (locale !== null) document.title = sayOptions(locale, "options.title");
  }, [locale]);
  if (settings === null || locale === null) return null;
  return (
    <main class="options">
      <h1>
        <img src="/icon/otklik.svg" alt="" width="32" height="32" />
        {sayOptions(locale, "options.title")}
      </h1>
      <ConnectionSection locale={locale} settings={settings} />
      <DisplaySection locale={locale} settings={settings} />
    </main>
  );
}
