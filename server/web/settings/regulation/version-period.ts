import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
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
 * took before that day began never is; one that was replaced during its first day was, for part of it.
 *
 * @param zone the organisation's, IANA name
 */
export function periodOf(
  version: PublishedRegulation,
  settings: RegulationSettings,
  zone: string,
): VersionPeriod {
  const { versions, current } = settings;
  const place = versions.findIndex((each) => versionKey(each) === versionKey(version));
  const later = versions.slice(0, Math.max(0, place));
  const until = later.map(({ effectiveOn }) => effectiveOn ?? "").sort()[0] ?? null;
  const from = version.effectiveOn;
  if (versionKey(version) === versionKey(current)) return { state: "current", from, until };
  if (from !== null && later.some((each) => tookDay(each, from, zone)))
    return { state: "never", from, until };
  if (from !== null && from === until) return { state: "past", from, until };
  const currentPlace = versions.findIndex((each) => versionKey(each) === versionKey(current));
  return { state: place < currentPlace ? "coming" : "past", from, until };
}

/** Whether a version was replaced during the day from which it held. */
export function isPartOfDay({ state, from, until }: VersionPeriod): boolean {
  return state === "past" && from !== null && from === until;
}

/** Whether a later version left nothing of a day: it holds from before it, or was there when it began. */
function tookDay({ effectiveOn, publishedAt }: PublishedRegulation, day: IsoDate, zone: string): boolean {
  if (effectiveOn === null || effectiveOn < day) return true;
  return effectiveOn === day && (publishedAt === null || wallClockOf(publishedAt, zone).day < day);
}
