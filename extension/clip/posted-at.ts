import type { PostedAt } from "@otklik/shared/complaint/clip";
import { CLIP_LIMITS } from "@otklik/shared/complaint/clip-limits";
import { type Moment, type ToldTime, timeInWords } from "./date-words";
import { instantOf, isDay } from "./zone-clock";

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,9}))?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const DAY_MS = 24 * 3_600_000;

/**
 * Reads a machine date (`datetime`, `datePublished`, …), else the words.
 *
 * - date, time and offset → the instant, `exact` with seconds, `minute` without
 * - date and time without an offset → the instant in the browser's zone, and `zoneKnown` is false; without a moment, the
 *   day only. Midnight without an offset is how sites write a day.
 * - date alone → `day`, no instant
 * - seconds or milliseconds since 1970 → the instant
 *
 * @param words what the page shows to a person; kept as `raw`, else the machine date is
 * @param moment without it words are kept and not read
 * @returns null when there is neither a date nor words
 */
export function postedAtOf(
  machine: string | null,
  words: string | null = null,
  moment?: Moment,
): PostedAt | null {
  const value = machine?.trim() ?? "";
  const shown = (words ?? "").trim();
  const raw = shown || value;
  if (raw === "") return null;
  const machines = machineTime(value, moment);
  const told =
    (machines?.day === undefined ? machines : (withHour(machines, shown, moment) ?? machines)) ??
    // Some pages show a machine's date to people.
    (/^\d{4}-\d\d-\d\dT/.test(shown) ? machineTime(shown, moment) : null) ??
    (moment === undefined ? null : surestOf([shown, value], moment));
  const kept = raw.replace(/\s+/gu, " ").slice(0, CLIP_LIMITS.rawDateLength).toWellFormed();
  return { ...(told ?? { at: null, precision: "unknown" }), raw: kept };
}

/** A date goes before «7 days ago»; both may stand in words, one in a tooltip. */
function surestOf(words: readonly string[], moment: Moment): ToldTime | null {
  const told = words.map((text) => timeInWords(text, moment)).filter((time) => time !== null);
  return told.find(({ at, precision }) => at !== null && precision !== "relative") ?? told[0] ?? null;
}

/** Some sites tell machines the day, and people the hour too. */
function withHour({ day = "" }: ToldTime, words: string, moment: Moment | undefined): ToldTime | null {
  const told = moment === undefined ? null : timeInWords(words, moment);
  const isOfThatDay = Math.abs(Date.parse(told?.at ?? "") - Date.parse(day)) < 2 * DAY_MS;
  return isOfThatDay && told?.precision !== "relative" ? told : null;
}

function machineTime(told: string, moment: Moment | undefined): ToldTime | null {
  // A tooltip may go on after the date: `2026-11-18 17:40:05Z, License: CC BY-SA 4.0`.
  const value = told.replace(/^([\d-]{10}[T ][\d:]{5,8}Z), .*/s, "$1");
  if (/^\d{10}(?:\d{3})?$/.test(value)) {
    const at = new Date(Number(value) * (value.length === 10 ? 1_000 : 1));
    return { at: at.toISOString(), precision: "exact" };
  }
  if (!isCalendarDate(value)) return null;
  const day = value.slice(0, 10);
  if (value === day) return { at: null, precision: "day", day };
  const time = DATE_TIME.exec(value);
  if (time === null) return null;
  const [, , minutes = "", seconds, fraction, offset] = time;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d/.test(minutes)) return null;
  const precision = seconds === undefined ? "minute" : "exact";
  if (offset !== undefined) {
    const milliseconds = fraction === undefined ? "" : `.${fraction.slice(0, 3).padEnd(3, "0")}`;
    const instant = new Date(`${day}T${minutes}${seconds ?? ":00"}${milliseconds}${fullOffset(offset)}`);
    return Number.isNaN(instant.getTime()) ? null : { at: instant.toISOString(), precision };
  }
  const isMidnight = minutes === "00:00" && (seconds === undefined || seconds === ":00");
  if (moment === undefined || isMidnight) return { at: null, precision: "day", day };
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [hour = 0, minute = 0] = minutes.split(":").map(Number);
  const second = seconds === undefined ? 0 : Number(seconds.slice(1));
  const at = instantOf({ year, month, day: date, hour, minute, second }, moment.zone);
  return { at: at.toISOString(), precision, zoneKnown: false };
}

function isCalendarDate(value: string): boolean {
  const match = DATE.exec(value);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `+03` and `+0300` are allowed in ISO 8601, but not in the engine's own reader. */
function fullOffset(offset: string): string {
  if (/^z$/i.test(offset)) return "Z";
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
