import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { regulations } from "../../db/schema";
import { builtInRegulation } from "../../deadlines/rule-book";
import type { Caller } from "../../deps";
import { requireCountable } from "../require-countable";

/**
 * Whether every rule of every regulation that may still date a complaint finds its end by a calendar.
 *
 * @throws RegisterError `calendar-cannot-count`
 */
export async function requireCalendarCounts(
  db: Queryable,
  { orgId, zone }: Pick<Caller, "orgId" | "zone">,
  calendar: WorkCalendar,
  now: Date,
): Promise<void> {
  const published = await db
    .select({ content: regulations.content })
    .from(regulations)
    .where(eq(regulations.orgId, orgId));
  const all = [builtInRegulation, ...published.map(({ content }) => content)];
  requireCountable(
    all.flatMap(({ timeLimits }) => timeLimits),
    calendar,
    now,
    zone,
  );
}
