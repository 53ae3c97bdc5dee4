import { desc, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { calendars } from "../db/schema";
import { builtInCalendar } from "../deadlines/rule-book";

/** The calendar in force as the transaction sees it, which keeps others from publishing. Position 0 is the built-in one. */
export async function newestCalendar(tx: Queryable, orgId: string) {
  const [newest] = await tx
    .select({ version: calendars.version, position: calendars.position, content: calendars.content })
    .from(calendars)
    .where(eq(calendars.orgId, orgId))
    .orderBy(desc(calendars.position))
    .limit(1);
  return newest ?? { version: builtInCalendar.version, position: 0, content: builtInCalendar };
}
