import type { Locale } from "@otklik/shared/people/locale";
import { sayAccount } from "../messages/account/index";
import { nameBrowser } from "./name-browser";

/** A browser by the names that people know: "Chrome, Windows". */
export function sayBrowser(locale: Locale, userAgent: string | null): string {
  const named = nameBrowser(userAgent);
  if (named === null) return sayAccount(locale, "sessions.unknown");
  const { browser, system } = named;
  return system === null ? browser : sayAccount(locale, "browser.on", { browser, system });
}
