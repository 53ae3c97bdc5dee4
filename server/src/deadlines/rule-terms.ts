import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Pause } from "@otklik/shared/deadline/count/pauses";
import { countLimit } from "@otklik/shared/deadline/due";
import type { RuleTerm } from "@otklik/shared/deadline/extension-limit";
import type { ComplaintTerms } from "./complaint-terms";
import { datesByRule } from "./expected-dates";
import { isSameCount } from "./plan-dates";
import type { StoredDueDate } from "./stored-due-dates";

/**
 * The date that the rule gave, from which a chain of extensions has moved a clock to where it is now. One that was
 * extended on another complaint, before it was merged, has none here and is given itself.
 */
export function givenByRule(terms: ComplaintTerms, due: StoredDueDate): StoredDueDate {
  if (due.cause !== "extended") return due;
  const before = terms.dueDates.find(({ clock, revision }) => clock === due.clock && revision < due.revision);
  return before !== undefined && isSameCount(before, due) ? givenByRule(terms, before) : due;
}

/** Every rule within which an extension of that date must stay. */
export function ruleTermsOf(
  terms: ComplaintTerms,
  due: StoredDueDate,
  calendar: WorkCalendar,
  zone: string,
): RuleTerm[] {
  const given = givenByRule(terms, due);
  const others = datesByRule(terms, due.clock, calendar, zone).filter((other) => !isSameCount(other, given));
  if (given.cause !== "extended") return [given, ...others];
  // What its rule had given stands on the other complaint, so it is counted anew.
  const { rule, startAt } = given;
  return [{ rule, dueOn: countLimit(rule, startAt, { calendar, zone }).dueOn }, ...others];
}

/** The pauses that a date was counted with: one that lasted when it was made counted until then. */
export function pausesBehind(terms: ComplaintTerms, { madeAt }: StoredDueDate): Pause[] {
  return terms.pauses
    .filter(({ from }) => from < madeAt)
    .map(({ from, to }) => ({ from, to: to === null || to > madeAt ? madeAt : to }));
}
