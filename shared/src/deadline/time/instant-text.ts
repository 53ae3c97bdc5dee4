import type { Instant } from "../vocabulary";
import { dayOf, MILLISECONDS_OF_DAY } from "./local-day";

const MILLISECONDS_OF_HOUR = 3_600_000;
const MILLISECONDS_OF_MINUTE = 60_000;
const MILLISECONDS_OF_SECOND = 1_000;

const PAIRS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
const TRIPLES = Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, "0"));

/** Years of four digits, which have no sign. */
const LAST_PLAIN = Date.UTC(9999, 11, 31);

/**
 * An instant as `toISOString` writes it, in a third of its time: half of what it takes to count the dates of a
 * complaint would go into writing them down.
 *
 * @param milliseconds since the epoch
 * @throws RangeError when it is no instant
 */
export function instantText(milliseconds: number): Instant {
  // Also whatever is no number.
  if (!(milliseconds >= 0 && milliseconds < LAST_PLAIN) || !Number.isInteger(milliseconds)) {
    return new Date(milliseconds).toISOString();
  }
  const day = Math.floor(milliseconds / MILLISECONDS_OF_DAY);
  const rest = milliseconds - day * MILLISECONDS_OF_DAY;
  const hour = PAIRS[Math.floor(rest / MILLISECONDS_OF_HOUR)];
  const minute = PAIRS[Math.floor(rest / MILLISECONDS_OF_MINUTE) % 60];
  const second = PAIRS[Math.floor(rest / MILLISECONDS_OF_SECOND) % 60];
  return `${dayOf(day)}T${hour}:${minute}:${second}.${TRIPLES[rest % MILLISECONDS_OF_SECOND]}Z`;
}
