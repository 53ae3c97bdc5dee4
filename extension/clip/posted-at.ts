import type { PostedAt } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Moment } from "./date-words";

const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:[.,](\d{1,9}))?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads a machine date (`datetime`, `datePublished`, …).
 *
 * - date, time and offset → the instant, `exact` with seconds, `minute` without
 * - date and time without an offset → the day only: the instant depends on a zone that nobody told
 * - date alone → `day`, no instant
 *
 * @param words what the page shows to a person; kept as `raw`, else the machine date is
 * @returns null when there is neither a date nor words
 */
export function postedAtOf(
  machine: string | null,
  words: string | null = null,
  _moment?: Moment,
): PostedAt | null {
  const value = machine?.trim() ?? "";
  const raw = (words ?? "").trim() || value;
  if (raw === "") return null;
  const kept = raw.replace(/\s+/gu, " ").slice(0, LIMITS.rawDateLength).toWellFormed();
  if (!isCalendarDate(value)) return { at: null, precision: "unknown", raw: kept };
  const time = DATE_TIME.exec(value);
  if (time === null || time[5] === undefined) {
    const isDate = time !== null || /^\d{4}-\d{2}-\d{2}$/.test(value);
    return { at: null, precision: isDate ? "day" : "unknown", raw: kept };
  }
  const [, date, minutes, seconds, fraction, offset] = time;
  const milliseconds = fraction === undefined ? "" : `.${fraction.slice(0, 3).padEnd(3, "0")}`;
  const instant = new Date(`${date}T${minutes}${seconds ?? ":00"}${milliseconds}${fullOffset(offset)}`);
  if (Number.isNaN(instant.getTime())) return { at: null, precision: "unknown", raw: kept };
  return { at: instant.toISOString(), precision: seconds === undefined ? "minute" : "exact", raw: kept };
}

function isCalendarDate(value: string): boolean {
  const match = DATE.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `+03` and `+0300` are allowed in ISO 8601, but not in the engine's own reader. */
function fullOffset(offset: string): string {
  if (/^z$/i.test(offset)) return "Z";
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
