import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { refusalOfExtension } from "@otklik/shared/deadline/extension-limit";
import type { IsoDate, OwedClock } from "@otklik/shared/deadline/vocabulary";
import type { ComplaintTerms } from "../deadlines/complaint-terms";
import { unmetOwed } from "../deadlines/owed-clocks";
import { ruleTermsOf } from "../deadlines/rule-terms";
import type { StoredDueDate } from "../deadlines/stored-due-dates";
import { RegisterError } from "../errors";

interface Extension {
  readonly clock: OwedClock;
  /** The new last day, inclusive. */
  readonly dueOn: IsoDate;
}

/**
 * Checks that a date may be moved now: when it is asked for and again when it is decided, since either may come too
 * late.
 *
 * @returns the date as it is
 * @throws RegisterError `step-already-recorded` when there is no date to be met, `extension-not-allowed`,
 *   `extension-too-late`, `extension-not-later`, `extension-too-long`
 */
export function checkExtension(
  terms: ComplaintTerms,
  { clock, dueOn }: Extension,
  { now, calendar, zone }: { now: Date; calendar: WorkCalendar; zone: string },
): StoredDueDate {
  const present = unmetOwed(terms).find((due) => due.clock === clock);
  if (present === undefined) throw new RegisterError("step-already-recorded");
  const asked = { present, dueOn, terms: ruleTermsOf(terms, present, calendar, zone) };
  const refusal = refusalOfExtension(asked, now.toISOString(), calendar);
  if (refusal !== null) throw new RegisterError(refusal);
  return present;
}
