import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Regulation } from "@otklik/shared/deadline/regulation/regulation";
import { count, eq, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../server/src/db/client";
import { calendars, organisations, regulations } from "../../server/src/db/schema";
import type { TestPerson } from "./organisation";

/** Puts a calendar in force, as its own verb would; returns the organisation's new revision of its rules. */
export async function putCalendarInForce(
  db: Database,
  { id, organisation }: TestPerson,
  calendar: WorkCalendar,
): Promise<number> {
  const orgId = organisation.id;
  return db.transaction(async (tx) => {
    const [published] = await tx.select({ n: count() }).from(calendars).where(eq(calendars.orgId, orgId));
    await tx.insert(calendars).values({
      orgId,
      version: calendar.version,
      position: (published?.n ?? 0) + 1,
      content: calendar,
      publishedAt: new Date(),
      publishedBy: id,
    });
    return nextRevision(tx, orgId);
  });
}

/** Puts a regulation in force from a local day on; returns the organisation's new revision of its rules. */
export async function putRegulationInForce(
  db: Database,
  { id, organisation }: TestPerson,
  regulation: Regulation,
  effectiveOn: string,
): Promise<number> {
  const { name, version } = regulation;
  return db.transaction(async (tx) => {
    await tx.insert(regulations).values({
      orgId: organisation.id,
      name,
      version,
      content: regulation,
      effectiveOn,
      publishedAt: new Date(),
      publishedBy: id,
    });
    return nextRevision(tx, organisation.id);
  });
}

async function nextRevision(tx: Queryable, orgId: string): Promise<number> {
  const [bumped] = await tx
    .update(organisations)
    .set({ rulesRevision: sql`${organisations.rulesRevision} + 1` })
    .where(eq(organisations.id, orgId))
    .returning({ revision: organisations.rulesRevision });
  if (bumped === undefined) throw new Error("No such organisation");
  return bumped.revision;
}
