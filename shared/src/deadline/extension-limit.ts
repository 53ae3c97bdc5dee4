import { LIMITS } from "../complaint/limits";
import type { ProblemCode } from "../problem-codes";
import type { WorkCalendar } from "./calendar/work-calendar";
import { countTerm } from "./count/count-term";
import type { DueDate, DueRule } from "./due-date";
import { addDays } from "./time/local-day";
import { millisecondsOf } from "./time/zone";
import type { Instant, IsoDate } from "./vocabulary";

/** A later date for a clock that is asked for. */
export interface AskedExtension {
  /** In force now; an extension that was agreed before may have made it. */
  readonly present: Pick<DueDate, "dueAt" | "dueOn" | "rule">;
  /** Every rule that sets a term for this clock, with the last day that it gave: the date must be within each. */
  readonly terms: readonly RuleTerm[];
  /** The new last day, inclusive. */
  readonly dueOn: IsoDate;
}

/** A rule and the last day that it gave, before any extension. */
export interface RuleTerm {
  readonly rule: Pick<DueRule, "extension" | "roll">;
  readonly dueOn: IsoDate;
}

export type ExtensionRefusal = Extract<
  ProblemCode,
  "extension-not-allowed" | "extension-too-late" | "extension-not-later" | "extension-too-long"
>;

/**
 * Why a date may not be moved to that day; null when it may. A term that has run out is not extended, and the
 * limit is counted from the date that the rule gave, so that a chain of extensions stays within it.
 */
export function refusalOfExtension(
  { present, terms, dueOn }: AskedExtension,
  now: Instant,
  calendar: WorkCalendar,
): ExtensionRefusal | null {
  if (present.rule.extension === null) return "extension-not-allowed";
  if (millisecondsOf(now) >= millisecondsOf(present.dueAt)) return "extension-too-late";
  if (dueOn <= present.dueOn) return "extension-not-later";
  return terms.every((term) => isWithin(term, dueOn, calendar)) ? null : "extension-too-long";
}

/**
 * The last day, inclusive, to which every rule lets its date be moved.
 *
 * @returns null where none of them says how far
 */
export function latestExtension(terms: readonly RuleTerm[], calendar: WorkCalendar): IsoDate | null {
  const days = terms.flatMap((term) => latestOf(term, calendar) ?? []);
  return days.reduce<IsoDate | null>((least, day) => (least === null || day < least ? day : least), null);
}

/** As far as is agreed is no further than the longest term: a date beyond it is a slip of the hand. */
function isWithin(term: RuleTerm, dueOn: IsoDate, calendar: WorkCalendar): boolean {
  return dueOn <= (latestOf(term, calendar) ?? addDays(term.dueOn, LIMITS.termUnits));
}

/** A rule that gives no extension lets nothing pass its own date. */
function latestOf({ rule, dueOn }: RuleTerm, calendar: WorkCalendar): IsoDate | null {
  if (rule.extension === null) return dueOn;
  const { longest } = rule.extension;
  if (longest === null) return null;
  return countTerm(longest.unit, { n: longest.n, roll: rule.roll }, dueOn, calendar).dueOn;
}
