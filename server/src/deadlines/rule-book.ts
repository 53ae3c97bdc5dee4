import { russia } from "@otklik/shared/deadline/calendar/russia";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { DueRule } from "@otklik/shared/deadline/due-date";
import { type Regulation, toDueRule } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";

/** By what new complaints are dated. */
export const currentRegulation: Regulation = ruDefault;
export const currentCalendar: WorkCalendar = russia;

/** Every version that has ever dated a complaint: none may be taken out while its due dates are kept. */
const REGULATIONS: readonly Regulation[] = [ruDefault];

/** A rule as a due date's row names it. */
export interface RuleName {
  readonly regulation: string;
  readonly regulationVersion: number;
  readonly ruleId: string;
}

/** The rule that made a stored due date. */
export function ruleOf(name: RuleName): DueRule {
  const regulation = REGULATIONS.find(
    (candidate) => candidate.name === name.regulation && candidate.version === name.regulationVersion,
  );
  const limit = regulation?.timeLimits.find((candidate) => candidate.id === name.ruleId);
  if (regulation === undefined || limit === undefined) {
    throw new Error(`No rule ${name.ruleId} in ${name.regulation} version ${name.regulationVersion}`);
  }
  return toDueRule(limit, regulation);
}
