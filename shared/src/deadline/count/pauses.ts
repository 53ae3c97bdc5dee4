import type { TimeLimit } from "../regulation/regulation";
import { addDays } from "../time/local-day";
import { localDayAt, millisecondsOf, type Span } from "../time/zone";
import type { Instant, IsoDate } from "../vocabulary";
import { joined } from "./spans";

/** From when, inclusive, to when, exclusive, the complainant was waited for. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Pauses in order, those that touch or overlap as one.
 *
 * @throws RangeError when one ends before it begins, or an instant is not one
 */
export function standstillsOf(pauses: readonly Pause[]): Span[] {
  const spans = pauses.map(({ from, to }) => ({ from: millisecondsOf(from), to: millisecondsOf(to) }));
  const reversed = spans.findIndex(({ from, to }) => to < from);
  if (reversed >= 0) throw new RangeError(`pause ${reversed + 1} ends before it begins`);
  return joined(spans);
}

/** When the clock of a rule stands still: that of a legal term never does, whatever its rule says. */
export function standstillsFor(
  { family, pausable }: Pick<TimeLimit, "family" | "pausable">,
  pauses: readonly Pause[] = [],
): readonly Span[] {
  return pausable && family === "service" ? standstillsOf(pauses) : [];
}

/** What pauses do to a term in days. */
export interface Suspension {
  /** What is not counted: from the day after `from` to `to`, inclusive; in order, none overlapping the next. */
  readonly runs: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
  /** Whether a day is not counted: all that begin while the clock stands still. */
  readonly isSuspended: (day: IsoDate) => boolean;
  /** Whether the clock stands still when a term would end on that day: then it does not end on it. */
  readonly standsAtEndOf: (day: IsoDate) => boolean;
}

export const NO_SUSPENSION: Suspension = { runs: [], isSuspended: () => false, standsAtEndOf: () => false };

/**
 * The days that pauses take out of a term in days: those after the local day on which one began, up to and
 * including the local day on which it was over. So a pause within one day takes none.
 *
 * @param endOf when a term would end on a day
 */
export function suspensionOf(
  standstills: readonly Span[],
  zone: string,
  endOf: (day: IsoDate) => Instant,
): Suspension {
  if (standstills.length === 0) return NO_SUSPENSION;
  const runs = standstills.map(({ from, to }) => ({
    from: localDayAt(from, zone),
    to: localDayAt(to, zone),
  }));
  return {
    runs,
    isSuspended: (day) => runs.some(({ from, to }) => from < day && day <= to),
    standsAtEndOf: (day) => {
      // Finding the end of a day takes long. One day is spared, for where an evening comes back.
      if (!runs.some(({ from, to }) => addDays(from, -1) <= day && day <= to)) return false;
      const end = millisecondsOf(endOf(day));
      return standstills.some(({ from, to }) => from < end && end <= to);
    },
  };
}
