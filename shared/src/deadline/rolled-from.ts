import type { WorkCalendar } from "./calendar/work-calendar";
import { countTerm, isClockUnit } from "./count/count-term";
import type { DueRule } from "./due-date";
import type { IsoDate } from "./vocabulary";

/**
 * The last day of a term before it moved to a worked day; null where it did not move, and where another
 * event than its rule made the date.
 *
 * @param startOn local date of the event
 * @param calendar the one that the date was counted by
 */
export function rolledFrom(
  rule: Pick<DueRule, "unit" | "n" | "roll">,
  startOn: IsoDate,
  dueOn: IsoDate,
  calendar: WorkCalendar,
): IsoDate | null {
  const { unit, roll } = rule;
  if (isClockUnit(unit) || unit === "working_day" || roll === "none") return null;
  const lastDay = countTerm(unit, { ...rule, roll: "none" }, startOn, calendar).dueOn;
  if (lastDay === dueOn) return null;
  return countTerm(unit, rule, startOn, calendar).dueOn === dueOn ? lastDay : null;
}
