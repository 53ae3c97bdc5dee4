import { calendarChanges } from "@otklik/shared/deadline/calendar/calendar-changes";
import { isCountable } from "@otklik/shared/deadline/calendar/countable";
import type { ImportCalendar, ImportedCalendar } from "@otklik/shared/settings/calendar-settings";
import { RegisterError } from "../../errors";
import { readCalendarFile } from "./formats/read-calendar-file";

/**
 * Reads a file into a draft of the calendar and says which days are then others. Nothing is kept.
 *
 * @throws RegisterError `calendar-unreadable`, `calendar-year-unknown`; `calendar-cannot-count` when the file
 *   leaves no working day for two months
 */
export function importCalendar(input: ImportCalendar): ImportedCalendar {
  const { format, years, calendar } = readCalendarFile(input);
  if (!isCountable(calendar)) throw new RegisterError("calendar-cannot-count");
  return { format, years: [...years], calendar, changes: calendarChanges(input.into, calendar) };
}
