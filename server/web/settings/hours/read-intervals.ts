import type { Interval } from "@otklik/shared/deadline/calendar/business-hours";

/** Hours as they are typed. */
export interface TypedInterval {
  readonly from: string;
  readonly to: string;
}

/** What is wrong with typed hours. */
export type HoursFault = "not-a-time" | "empty" | "overlap" | "touches" | "night-not-last";

/** What typed hours come to: the intervals in order, or the fault of each line, null where there is none. */
export type ReadHours =
  | { readonly kind: "read"; readonly intervals: readonly Interval[] }
  | { readonly kind: "wrong"; readonly faults: readonly (HoursFault | null)[] };

/** Reads the typed hours of one day; they may stand in any order. */
export function readIntervals(typed: readonly TypedInterval[]): ReadHours {
  const lines = typed.map(({ from, to }, line) => ({
    line,
    from: readTime(from, false),
    to: readTime(to, true),
  }));
  const faults: (HoursFault | null)[] = lines.map(({ from, to }) => {
    if (from === null || to === null) return "not-a-time";
    return from === to ? "empty" : null;
  });
  const intervals = lines
    .flatMap(({ line, from, to }) =>
      from === null || to === null || from === to ? [] : [{ line, from, to }],
    )
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  intervals.forEach((interval, place) => {
    const next = intervals[place + 1];
    if (next === undefined) return;
    if (interval.to <= interval.from) faults[interval.line] = "night-not-last";
    else if (interval.to > next.from) faults[next.line] = "overlap";
    else if (interval.to === next.from) faults[next.line] = "touches";
  });
  if (faults.some((fault) => fault !== null)) return { kind: "wrong", faults };
  return { kind: "read", intervals: intervals.map(({ from, to }) => ({ from, to })) };
}

/**
 * A time of day as people type it: 9, 9:30, 9.30, 0930. Midnight may be the end of a day as 24:00.
 *
 * @returns `HH:MM`, null when it is none
 */
export function readTime(typed: string, isEnd: boolean): string | null {
  const match = /^\s*(\d{1,2})(?:[:.\s-]?(\d\d))?\s*$/.exec(typed);
  if (match === null) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? "0")];
  const isInDay = hours < 24 && minutes < 60;
  if (!isInDay && !(isEnd && hours === 24 && minutes === 0)) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
