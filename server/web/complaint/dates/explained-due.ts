import type { TraceStep } from "@otklik/shared/complaint/complaint";
import type { DueRevision } from "@otklik/shared/complaint/term-changes";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import type { ExplainedDue } from "@otklik/shared/deadline/say/say-why";
import { wallClockOf } from "@otklik/shared/deadline/time/wall-clock";
import type { IsoDate } from "@otklik/shared/deadline/vocabulary";

/** A due date of a complaint with how it was counted. */
export type TracedDue = DueDate & Pick<DueRevision, "cause"> & { readonly trace: readonly TraceStep[] };

/** A due date as its one sentence of explanation wants it. */
export function toExplained(due: TracedDue, zone: string): ExplainedDue {
  return { ...due, startOn: wallClockOf(due.startAt, zone).day, rolledFrom: rolledFrom(due.trace) };
}

/** The last day of the term before it moved to a worked one; null where it did not move. */
function rolledFrom(trace: readonly TraceStep[]): IsoDate | null {
  if (!trace.at(-1)?.reason.startsWith("roll.")) return null;
  return trace.findLast(({ counted }) => counted)?.on ?? null;
}
