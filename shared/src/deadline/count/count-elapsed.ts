import { localDateOf, millisecondsOf } from "../time/zone";
import type { Instant, IsoDate } from "../vocabulary";

const MILLISECONDS: Readonly<Record<"minute" | "hour", number>> = { minute: 60_000, hour: 3_600_000 };

/**
 * A term in minutes or hours, round the clock. It is time that passes, so that a clock change
 * makes it neither longer nor shorter.
 *
 * @param length whole number of units, 1 or more
 * @returns `dueAt` is exclusive; `dueOn` is the local date of the last moment in time
 * @throws RangeError when an argument is not what it should be
 */
export function countElapsed(
  startAt: Instant,
  length: number,
  unit: "minute" | "hour",
  zone: string,
): { dueAt: Instant; dueOn: IsoDate } {
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`not a length of a term: ${length}`);
  const end = millisecondsOf(startAt) + length * MILLISECONDS[unit];
  const dueAt = new Date(end).toISOString();
  return { dueAt, dueOn: localDateOf(new Date(end - 1).toISOString(), zone) };
}
