import type { Permission } from "@otklik/shared/people/roles";

/** The pages beside the register, in the order of their links and under the headings of their groups. */
export const PLACE_GROUPS = {
  installation: ["organisations"],
  dates: ["calendar", "hours", "files", "publishing", "regulation"],
  extensions: ["sites"],
  organisation: ["people", "log"],
  own: ["account"],
} as const;
type PlaceGroup = keyof typeof PLACE_GROUPS;
export type Place = (typeof PLACE_GROUPS)[PlaceGroup][number];

/** Groups in their order. */
export const PLACE_GROUP_NAMES = Object.keys(PLACE_GROUPS) as PlaceGroup[];

const NEEDS: Readonly<Record<Place, Permission>> = {
  calendar: "rules:read",
  hours: "rules:read",
  files: "rules:read",
  publishing: "rules:read",
  regulation: "rules:read",
  sites: "sites:read",
  organisations: "installation:organisations",
  people: "people:read",
  log: "log:read",
  account: "account:own",
};

const OF_SETTINGS: readonly Place[] = [...PLACE_GROUPS.dates, ...PLACE_GROUPS.extensions];

/** Whether somebody with these permissions is let in; what they are not let into is not offered. */
export function isOpenTo(permissions: readonly string[], place: Place): boolean {
  return permissions.includes(NEEDS[place]);
}

/** The address of a page. */
export function addressOf(place: Place): string {
  return OF_SETTINGS.some((each) => each === place) ? `/settings/${place}` : `/${place}`;
}
