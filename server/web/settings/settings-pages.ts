import { PLACE_GROUPS } from "../frame/places";

/** The pages of the settings; each is named so in the address. */
const SETTINGS_PAGES = [...PLACE_GROUPS.dates, ...PLACE_GROUPS.extensions] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

/** The page that an address names; the calendar when it names none, null when there is no such page. */
export function pageOf(named: string | undefined): SettingsPage | null {
  if (named === undefined || named === "") return "calendar";
  return SETTINGS_PAGES.find((page) => page === named) ?? null;
}
