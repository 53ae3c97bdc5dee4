import type { Complaint } from "@otklik/shared/complaint/complaint";
import type { DueEnd, DueMove } from "@otklik/shared/complaint/term-changes";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { OWED_CLOCKS, type OwedClock } from "@otklik/shared/deadline/vocabulary";

/** What would become of the dates that are waited for. */
export interface DateMoves {
  readonly moves: readonly DueMove[];
  /** The dates that stay as they are. */
  readonly stays: readonly DueMove[];
  /** Nothing would be owed any more: the complaint would be closed by it. */
  readonly closes: boolean;
}

/** Every date as it would be counted anew. */
interface CountedAnew {
  readonly running: readonly DueDate[];
  /** Of clocks that stand still. */
  readonly still: readonly DueDate[];
}

/**
 * Compares the dates of a complaint with those that would take their place, as the server does: a date that the
 * same rule gives from the same event stays, and with it an extension of it.
 *
 * @param event `triage`: what was done is left out, and so is triage itself, which is done by this.
 *   `receipt`: a new event, from which every clock runs again
 */
export function dateMoves(
  complaint: Pick<Complaint, "dueDates">,
  { running, still }: CountedAnew,
  event: "triage" | "receipt",
): DateMoves {
  const moves: DueMove[] = [];
  const stays: DueMove[] = [];
  for (const clock of ANSWER_FIRST) {
    const known = complaint.dueDates.find((due) => due.clock === clock);
    const made = running.find((due) => due.clock === clock);
    if (event === "triage" && (clock === "triage" || (known && known.metAt !== null))) continue;
    const before = known === undefined || known.metAt !== null ? null : toEnd(known);
    if (before === null && made === undefined) continue;
    const isKept = known && made && event === "triage" && isSameCount(known, made);
    if (isKept || (before !== null && made !== undefined && isSameMoment(before, made))) {
      stays.push({ clock, before, after: before });
    } else moves.push({ clock, before, after: made === undefined ? null : toEnd(made) });
  }
  const isOwed = moves.some(({ after }) => after !== null) || stays.length > 0 || still.length > 0;
  return { moves, stays, closes: event === "triage" && !isOwed };
}

/** The date that people ask about. */
const ANSWER_FIRST: readonly OwedClock[] = ["answer", ...OWED_CLOCKS.filter((clock) => clock !== "answer")];

/** By one rule from one event: another calendar's date for it is what a recount offers. */
function isSameCount(one: DueDate, other: DueDate): boolean {
  return (
    one.startAt === other.startAt &&
    one.rule.id === other.rule.id &&
    one.rule.regulation === other.rule.regulation &&
    one.rule.regulationVersion === other.rule.regulationVersion
  );
}

/** To the minute, as dates are said. */
function isSameMoment(one: DueEnd, other: DueEnd): boolean {
  const minute = "YYYY-MM-DDTHH:MM".length;
  return one.dueAt.slice(0, minute) === other.dueAt.slice(0, minute) && one.provisional === other.provisional;
}

function toEnd({ dueAt, dueOn, provisional }: DueEnd): DueEnd {
  return { dueAt, dueOn, provisional };
}
