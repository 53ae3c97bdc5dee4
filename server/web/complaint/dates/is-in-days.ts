import type { DueDate } from "@otklik/shared/deadline/due-date";

/** Whether a term runs in whole days and so ends with its last day, not at an hour of it. */
export function isInDays({ rule }: Pick<DueDate, "rule">): boolean {
  return rule.unit !== "minute" && rule.unit !== "hour";
}
