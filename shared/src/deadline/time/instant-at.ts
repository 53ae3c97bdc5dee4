import type { Instant, IsoDate } from "../vocabulary";
import { dayNumber, MILLISECONDS_OF_DAY } from "./local-day";
import { wallClockOf } from "./wall-clock";

/**
 * The instant at which a clock on the wall of a zone shows a day and a time, by the browser's own zone data: for
 * what a person types. Of a time that is shown twice, the first; one that the clock jumps over is taken as
 * much later as it jumps.
 *
 * @param time `HH:MM`, from 00:00 to 23:59
 * @param zone IANA name
 * @throws RangeError when there is no such day, time or zone
 */
export function instantAt(day: IsoDate, time: string, zone: string): Instant {
  const asInUtc = dayNumber(day) * MILLISECONDS_OF_DAY + Date.parse(`1970-01-01T${time}:00.000Z`);
  const before = asInUtc - offsetAt(asInUtc - MILLISECONDS_OF_DAY, zone);
  const after = asInUtc - offsetAt(asInUtc + MILLISECONDS_OF_DAY, zone);
  const shown = [Math.min(before, after), Math.max(before, after)].find((candidate) => {
    const wall = wallClockOf(new Date(candidate).toISOString(), zone);
    return wall.day === day && wall.time === time;
  });
  return new Date(shown ?? before).toISOString();
}

/** How much the wall is ahead of UTC at an instant, in milliseconds. */
function offsetAt(milliseconds: number, zone: string): number {
  const { day, time } = wallClockOf(new Date(milliseconds).toISOString(), zone);
  const minutes = Math.floor(milliseconds / MILLISECONDS_OF_MINUTE) * MILLISECONDS_OF_MINUTE;
  return Date.parse(`${day}T${time}:00.000Z`) - minutes;
}

const MILLISECONDS_OF_MINUTE = 60_000;
