import type { DueMove } from "@otklik/shared/complaint/term-changes";
import type { DueDate } from "@otklik/shared/deadline/due-date";
import { type Clock, type DueCause, type Instant, OWED_CLOCKS } from "@otklik/shared/deadline/vocabulary";
import type { ComplaintTerms } from "./complaint-terms";
import type { ExpectedDates } from "./expected-dates";
import type { DueReplacement } from "./replace-due-dates";
import { inForce, type StoredDueDate } from "./stored-due-dates";

/** What the register dates by itself; an internal request has dates of its own. */
const DATED_CLOCKS: readonly Clock[] = [...OWED_CLOCKS, "retention"];

export interface PlanOptions {
  readonly cause: DueCause;
  /** Only these; all when left out. */
  readonly clocks?: readonly Clock[];
  /** A new event: every clock begins anew, also one whose event has come and one that was extended. */
  readonly anew?: boolean;
}

/**
 * What has to be replaced so that the dates in force are the expected ones. A date that the same rule gives from
 * the same event stays as it is, and with it an extension of it; a clock whose event has come stays met.
 */
export function planDates(
  terms: ComplaintTerms,
  expected: ExpectedDates,
  { cause, clocks = DATED_CLOCKS, anew = false }: PlanOptions,
): DueReplacement[] {
  const present = new Map(inForce(terms.dueDates).map((due) => [due.clock, due]));
  const replacements: DueReplacement[] = [];
  for (const clock of clocks) {
    const now = present.get(clock);
    const due = expected.running.get(clock) ?? null;
    if (now === undefined && due === null) continue;
    if (now !== undefined && !anew && stays(now, due, expected.still.get(clock))) continue;
    const metAt = anew || due === null ? null : (now?.metAt ?? metBefore(terms, clock));
    replacements.push({ complaintId: terms.id, clock, due, metAt, cause });
  }
  return replacements;
}

/** Which dates become which, for the log. One that only another rule gives now has not moved. */
export function movesOf(terms: ComplaintTerms, replacements: readonly DueReplacement[]): DueMove[] {
  const present = new Map(inForce(terms.dueDates).map((due) => [due.clock, due]));
  return replacements
    .map(({ clock, due }) => ({ clock, before: endOf(present.get(clock)), after: endOf(due) }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** By one rule from one event: another calendar's date for it is what a recount offers. */
export function isSameCount(one: DueDate, other: DueDate): boolean {
  return (
    one.startAt === other.startAt &&
    one.rule.id === other.rule.id &&
    one.rule.regulation === other.rule.regulation &&
    one.rule.regulationVersion === other.rule.regulationVersion
  );
}

function stays(now: StoredDueDate, due: DueDate | null, still: DueDate | undefined): boolean {
  if (due !== null) return isSameCount(now, due);
  // It would stand still; but what was agreed to be its date was told to the complainant.
  return still !== undefined && (now.metAt !== null || (now.cause === "extended" && isSameCount(now, still)));
}

/** When the event of a clock came that has no date now, since all of them last began anew. */
export function metBefore({ dueDates, restartedIn }: ComplaintTerms, clock: Clock): Instant | null {
  const met = dueDates.find(
    (due) => due.clock === clock && due.metAt !== null && (restartedIn === null || due.madeAt >= restartedIn),
  );
  return met?.metAt ?? null;
}

function endOf(due: DueDate | null | undefined): DueMove["before"] {
  return due ? { dueAt: due.dueAt, dueOn: due.dueOn, provisional: due.provisional } : null;
}
