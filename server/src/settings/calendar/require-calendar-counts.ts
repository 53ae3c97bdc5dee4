import { isCountable, opensAgain } from "@otklik/shared/deadline/calendar/countable";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import { countLimit } from "@otklik/shared/deadline/due";
import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { eq } from "drizzle-orm";
import { regulations } from "../../db/schema";
import { builtInRegulation } from "../../deadlines/rule-book";
import type { Caller, Deps } from "../../deps";
import { RegisterError } from "../../errors";

/**
 * Whether everything finds its end by a calendar: days in all years, and business hours where some rule of the
 * organisation counts in them. One that does not would stop registrations and recounts.
 *
 * @throws RegisterError `calendar-cannot-count`
 */
export async function requireCalendarCounts(
  deps: Pick<Deps, "db" | "now">,
  caller: Pick<Caller, "orgId" | "zone">,
  calendar: WorkCalendar,
): Promise<void> {
  if (!isCountable(calendar)) throw new RegisterError("calendar-cannot-count");
  const inBusinessTime = (await rulesOf(deps, caller.orgId)).filter(
    ({ unit }) => unit === "business_minute" || unit === "business_hour",
  );
  if (inBusinessTime.length === 0) return;
  if (!opensAgain(calendar)) throw new RegisterError("calendar-cannot-count");
  const now = deps.now().toISOString();
  try {
    for (const limit of inBusinessTime) countLimit(limit, now, { calendar, zone: caller.zone });
  } catch (error) {
    // Hours so few that ten years are too short for a term.
    throw error instanceof RangeError ? new RegisterError("calendar-cannot-count", { cause: error }) : error;
  }
}

/** Of every regulation that may still date a complaint. */
async function rulesOf(deps: Pick<Deps, "db">, orgId: string): Promise<TimeLimit[]> {
  const published = await deps.db
    .select({ content: regulations.content })
    .from(regulations)
    .where(eq(regulations.orgId, orgId));
  return [builtInRegulation, ...published.map(({ content }) => content)].flatMap(
    ({ timeLimits }) => timeLimits,
  );
}
