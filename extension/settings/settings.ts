import type { BadgeScope } from "@otklik/shared/badge/badge-at";
import type { BadgeWindow } from "@otklik/shared/badge/badge-window";
import type { Locale } from "@otklik/shared/people/locale";
import { browser } from "wxt/browser";
import { localItem } from "./local-item";

/** What the person chose in the options. */
export interface Settings {
  /** `auto` follows the browser. */
  readonly locale: Locale | "auto";
  readonly badgeWindow: BadgeWindow;
  /** Whose complaints the badge counts. */
  readonly badgeScope: BadgeScope;
  /** Where to connect; while connected, the connection's own origin counts. */
  readonly serverUrl: string;
  /** Tell when the server did not accept a clip and no page of ours is open. */
  readonly notifyParked: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  locale: "auto",
  badgeWindow: "today",
  badgeScope: "mine",
  serverUrl: "http://127.0.0.1:8787",
  notifyParked: true,
};

/** Only what differs from the defaults is stored, so that a better default reaches everyone who never chose. */
export const storedSettings = localItem<Partial<Settings>>("settings");

/** What was chosen, with the defaults for the rest. */
export function withDefaults(stored: Partial<Settings> | null): Settings {
  return { ...DEFAULT_SETTINGS, ...stored };
}

/** The settings in force. */
export async function readSettings(): Promise<Settings> {
  return withDefaults(await storedSettings.read());
}

/** Keeps the given settings and leaves the others as they were. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await storedSettings.write({ ...(await storedSettings.read()), ...change });
}

/** The language to speak: the chosen one, or Russian where the browser speaks it, else English. */
export function localeOf(settings: Pick<Settings, "locale">): Locale {
  if (settings.locale !== "auto") return settings.locale;
  return /^ru\b/i.test(browser.i18n.getUILanguage()) ? "ru" : "en";
}

/** The language that the extension speaks. */
export async function readLocale(): Promise<Locale> {
  return localeOf(await readSettings());
}
