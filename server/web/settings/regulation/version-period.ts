import type { IsoDate } from "@otklik/shared/deadline/vocabulary";
import type { PublishedRegulation, RegulationSettings } from "@otklik/shared/settings/regulation-settings";

export type VersionState = "coming" | "current" | "past" | "never";

/** When a version is in force. */
export interface VersionPeriod {
  readonly state: VersionState;
  /** Null: from the start. */
  readonly from: IsoDate | null;
  /** First day that is no longer its own; null: until further notice. */
  readonly until: IsoDate | null;
}

/** Name and version as one word, by which an address names it: `own-2`. */
export function versionKey({ regulation }: PublishedRegulation): string {
  return `${regulation.name}-${regulation.version}`;
}

/** The version that an address names. */
export function versionAt(settings: RegulationSettings, key: string | undefined): PublishedRegulation | null {
  return settings.versions.find((each) => versionKey(each) === key) ?? null;
}

/**
 * When a version is in force: until the earliest day of those published after it. One whose day a later one
 * took never is.
 */
export function periodOf(version: PublishedRegulation, settings: RegulationSettings): VersionPeriod {
  const { versions, current } = settings;
  const place = versions.findIndex((each) => versionKey(each) === versionKey(version));
  const later = versions.slice(0, Math.max(0, place)).map(({ effectiveOn }) => effectiveOn ?? "");
  const until = [...later].sort()[0] ?? null;
  const from = version.effectiveOn;
  if (versionKey(version) === versionKey(current)) return { state: "current", from, until };
  if (until !== null && from !== null && until <= from) return { state: "never", from, until };
  const currentPlace = versions.findIndex((each) => versionKey(each) === versionKey(current));
  return { state: place < currentPlace ? "coming" : "past", from, until };
}
