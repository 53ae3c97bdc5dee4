import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Pause } from "@otklik/shared/deadline/count/pauses";
import type { RuleTerm } from "@otklik/shared/deadline/extension-limit";
import type { ComplaintTerms } from "./complaint-terms";
import { datesByRule } from "./expected-dates";
import { isSameCount } from "./plan-dates";
import type { StoredDueDate } from "./stored-due-dates";

/** The date that the rule gave, from which a chain of extensions has moved a clock to where it is now. */
export function givenByRule(terms: ComplaintTerms, due: StoredDueDate): StoredDueDate {
  if (due.cause !== "extended") return due;
  const before = terms.dueDates.find(({ clock, revision }) => clock === due.clock && revision < due.revision);
  return before === undefined ? due : givenByRule(terms, before);
}

/** Every rule within which an extension of that date must stay. */
export function ruleTermsOf(
  terms: ComplaintTerms,
  due: StoredDueDate,
  calendar: WorkCalendar,
  zone: string,
): RuleTerm[] {
  const given = givenByRule(terms, due);
  const others = datesByRule(terms, due.clock, calendar, zone);
  return [given, ...others.filter((other) => !isSameCount(other, given))];
}

/** The pauses that a date was counted with: one that lasted when it was made counted until then. */
export function pausesBehind(terms: ComplaintTerms, { madeAt }: StoredDueDate): Pause[] {
  return terms.pauses
    .filter(({ from }) => from < madeAt)
    .map(({ from, to }) => ({ from, to: to === null || to > madeAt ? madeAt : to }));
}
