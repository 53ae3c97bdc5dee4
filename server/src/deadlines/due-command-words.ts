import { LIMITS } from "@otklik/shared/complaint/limits";
import { instantAt } from "@otklik/shared/deadline/time/instant-at";
import { dayNumber } from "@otklik/shared/deadline/time/local-day";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import type { Instant, IsoDate } from "@otklik/shared/deadline/vocabulary";
import { DueRefusal, quoted } from "./due-command-options";

/**
 * One of a closed list; hyphens stand for underscores, for they are easier to type.
 *
 * @throws DueRefusal when it is none of them
 */
export function toOneOf<const Word extends string>(
  option: string,
  typed: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === typed.replaceAll("-", "_"));
  if (found === undefined) {
    throw new DueRefusal(`${option} must be one of ${words.join(", ")}, not ${quoted(typed)}.`);
  }
  return found;
}

/** @throws DueRefusal unless it is a whole number from 1 to the longest term */
export function toUnits(option: string, typed: string): number {
  const units = /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
  if (units < 1 || units > LIMITS.termUnits) {
    throw new DueRefusal(
      `${option} must be a whole number from 1 to ${LIMITS.termUnits}, not ${quoted(typed)}.`,
    );
  }
  return units;
}

/** @throws DueRefusal when there is no such day, or its year is a mistake */
export function toDay(option: string, typed: string): IsoDate {
  if (isDay(typed)) return typed;
  throw new DueRefusal(`${option} must be a date such as 2026-11-21, not ${quoted(typed)}.`);
}

/** @throws DueRefusal when there is no such zone */
export function toZone(option: string, typed: string): string {
  try {
    localDateOf("2026-01-01T00:00:00Z", typed);
    return typed;
  } catch {
    throw new DueRefusal(
      `${option} must be the name of a time zone such as Europe/Moscow, not ${quoted(typed)}.`,
    );
  }
}

const DATE_TIME =
  /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * An instant as ISO 8601 writes it. Without an offset it is what clocks in the zone show; a day alone is its 00:00.
 *
 * @throws DueRefusal when it is none
 */
export function toInstant(option: string, typed: string, zone: string): Instant {
  const [, day, time = "00:00", seconds = "00", fraction = "", offset] = DATE_TIME.exec(typed) ?? [];
  if (day === undefined || !isDay(day)) throw notAnInstant(option, typed);
  if (offset === undefined) {
    const minute = Date.parse(instantAt(day, time, zone));
    return new Date(minute + Number(`${seconds}${fraction}`) * MILLISECONDS_OF_SECOND).toISOString();
  }
  const at = Date.parse(`${day}T${time}:${seconds}${fraction}${offset.toUpperCase()}`);
  if (Number.isNaN(at)) throw notAnInstant(option, typed);
  return new Date(at).toISOString();
}

const MILLISECONDS_OF_SECOND = 1_000;

/** The years of which a calendar may be given. */
function isDay(day: string): boolean {
  try {
    dayNumber(day);
    return day >= "1900" && day < "2200";
  } catch {
    return false;
  }
}

function notAnInstant(option: string, typed: string): DueRefusal {
  return new DueRefusal(`${option} must be a date and time such as 2026-11-21T18:40, not ${quoted(typed)}.`);
}
