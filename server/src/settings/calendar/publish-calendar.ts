import { calendarChanges } from "@otklik/shared/deadline/calendar/calendar-changes";
import type { CalendarSettings, PublishCalendar } from "@otklik/shared/settings/calendar-settings";
import { calendars } from "../../db/schema";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";
import { recordEvent } from "../../journal/record-event";
import { newestCalendar } from "../newest-calendar";
import { nextRulesRevision } from "../next-rules-revision";
import { readCalendarSettings } from "./read-calendar-settings";
import { requireCalendarCounts } from "./require-calendar-counts";

/**
 * Puts another calendar in force: whatever is counted from now on goes by it. Dates that were counted stay
 * as they are until they are recounted. The server names the version.
 *
 * @throws RegisterError `calendar-changed` when somebody has published since `basedOn`;
 *   `calendar-cannot-count` when terms would find no working day or hour
 */
export async function publishCalendar(
  deps: Deps,
  caller: Caller,
  input: PublishCalendar,
): Promise<CalendarSettings> {
  const rulesRevision = await deps.tenants.within(caller.orgId, async (tx) => {
    const revision = await nextRulesRevision(tx, caller.orgId);
    const before = await newestCalendar(tx, caller.orgId);
    if (before.version !== input.basedOn) throw new RegisterError("calendar-changed");
    await requireCalendarCounts(tx, caller, input.calendar, deps.now());
    const position = before.position + 1;
    const calendar = { ...input.calendar, version: `own-${position}` };
    await tx.insert(calendars).values({
      orgId: caller.orgId,
      version: calendar.version,
      position,
      content: calendar,
      publishedAt: deps.now(),
      publishedBy: caller.personId,
      note: input.note,
    });
    await recordEvent(tx, caller, {
      kind: "calendar_published",
      data: {
        version: calendar.version,
        basedOn: before.version,
        note: input.note,
        changes: calendarChanges(before.content, calendar),
      },
    });
    return revision;
  });
  return readCalendarSettings(deps, { ...caller, rulesRevision });
}
