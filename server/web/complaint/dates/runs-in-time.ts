import type { DueRule } from "@otklik/shared/deadline/due-date";
import { CLOCK_UNITS } from "@otklik/shared/deadline/vocabulary";

/** Whether a term runs in minutes or hours, and not in whole days. */
export function runsInTime({ unit }: Pick<DueRule, "unit">): boolean {
  return CLOCK_UNITS.some((each) => each === unit);
}
