import { isCountable, opensAgain } from "@otklik/shared/deadline/calendar/countable";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { countLimit } from "@otklik/shared/deadline/due";
import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { isBusinessUnit } from "@otklik/shared/deadline/vocabulary";
import { RegisterError } from "../errors";

/**
 * Whether every rule finds its end by a calendar: days in all years, and business hours where one counts in them. A
 * rule that does not would stop registrations and recounts.
 *
 * @throws RegisterError `calendar-cannot-count`
 */
export function requireCountable(
  limits: readonly TimeLimit[],
  calendar: WorkCalendar,
  now: Date,
  zone: string,
): void {
  const asksHours = limits.some(({ unit }) => isBusinessUnit(unit));
  if (!isCountable(calendar) || (asksHours && !opensAgain(calendar))) {
    throw new RegisterError("calendar-cannot-count");
  }
  try {
    for (const limit of limits) countLimit(limit, now.toISOString(), { calendar, zone });
  } catch (error) {
    // Hours so few that ten years are too short for a term.
    throw error instanceof RangeError ? new RegisterError("calendar-cannot-count", { cause: error }) : error;
  }
}
