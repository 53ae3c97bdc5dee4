import { instantText } from "../time/instant-text";
import { localDayAt, type Span } from "../time/zone";
import type { Instant, IsoDate } from "../vocabulary";
import { checkLength } from "./counted-term";

/** How a term in minutes or hours ends. */
export interface ElapsedTerm {
  /** Exclusive. */
  readonly dueAt: Instant;
  /** Local date of the last moment in time. */
  readonly dueOn: IsoDate;
}

const MILLISECONDS: Readonly<Record<"minute" | "hour", number>> = { minute: 60_000, hour: 3_600_000 };

/**
 * A term in minutes or hours, round the clock. It is time that passes, so that a clock change
 * makes it neither longer nor shorter. While it stands still it does not pass.
 *
 * @param start milliseconds since the epoch
 * @param length whole number of units, from 1 to 3,660
 * @param standstills in order, none touching the next
 * @throws RangeError when an argument is not what it should be
 */
export function countElapsed(
  start: number,
  length: number,
  unit: "minute" | "hour",
  zone: string,
  standstills: readonly Span[] = [],
): ElapsedTerm {
  checkLength(length);
  let end = start + length * MILLISECONDS[unit];
  for (const { from, to } of standstills) {
    if (from < end && start < to) end += to - Math.max(from, start);
  }
  return { dueAt: instantText(end), dueOn: localDayAt(end - 1, zone) };
}
