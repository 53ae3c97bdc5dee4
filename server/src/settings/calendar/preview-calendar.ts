import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { CountProgress } from "@otklik/shared/settings/due-changes";
import { countOpenByCalendar } from "../../deadlines/count-open-by-calendar";
import type { Caller, Deps } from "../../deps";
import { requireCalendarCounts } from "./require-calendar-counts";

/**
 * Which due dates of the open complaints a calendar would move. Nothing is changed.
 *
 * @throws RegisterError `calendar-cannot-count`
 */
export async function* previewCalendar(
  deps: Deps,
  caller: Caller,
  calendar: WorkCalendar,
): AsyncGenerator<CountProgress> {
  await deps.tenants.read(caller.orgId, (tx) => requireCalendarCounts(tx, caller, calendar, deps.now()));
  yield* countOpenByCalendar(deps, caller, calendar);
}
