import { wallClockOf } from "../time/wall-clock";
import type { Instant, IsoDate } from "../vocabulary";

/** Also the names of the signs that stand beside the words. */
export type DueTone = "overdue" | "soon" | "in_time" | "none";

/**
 * How pressing a due date is: run out, running out on this very day, or later. The instant
 * itself is exclusive: at `dueAt` the term has run out.
 *
 * @param due null when nothing is owed
 */
export function dueTone(
  due: { readonly dueAt: Instant; readonly dueOn: IsoDate } | null,
  now: Date,
  zone: string,
): DueTone {
  if (due === null) return "none";
  if (new Date(due.dueAt) <= now) return "overdue";
  return due.dueOn <= wallClockOf(now.toISOString(), zone).day ? "soon" : "in_time";
}
