/** The pages of the settings, in the order of their links; each is named so in the address. */
export const SETTINGS_PAGES = ["calendar", "hours", "files", "publishing", "regulation", "sites"] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** The page that an address names; the calendar when it names none, null when there is no such page. */
export function pageOf(named: string | undefined): SettingsPage | null {
  if (named === undefined || named === "") return "calendar";
  return SETTINGS_PAGES.find((page) => page === named) ?? null;
}
