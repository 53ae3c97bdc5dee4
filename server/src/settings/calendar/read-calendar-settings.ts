import type { CalendarSettings } from "@otklik/shared/settings/calendar-settings";
import { and, count, desc, eq, exists, isNull, ne } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { calendars, complaints, dueDates, organisations, people } from "../../db/schema";
import { builtInCalendar } from "../../deadlines/rule-book";
import { withRules } from "../../deadlines/with-rules";
import type { Caller, Deps } from "../../deps";

type Versions = CalendarSettings["versions"];

/** The version that the register came with: nobody has published it. */
const BUILT_IN: Versions[number] = {
  version: builtInCalendar.version,
  publishedAt: null,
  publishedBy: null,
  note: null,
};

/** By what days and hours the organisation counts, which versions there were, and how much goes by older ones. */
export async function readCalendarSettings(deps: Deps, caller: Caller): Promise<CalendarSettings> {
  const { orgId, zone } = caller;
  const { version, versions, countedByOlder } = await deps.tenants.read(orgId, async (tx) => {
    const versions = [...(await publishedVersions(tx, orgId)), BUILT_IN];
    const version = versions[0]?.version ?? BUILT_IN.version;
    const isRecounted = await isRecountedBy(tx, orgId, version);
    return { version, versions, countedByOlder: isRecounted ? 0 : await countedByOther(tx, orgId, version) };
  });
  return {
    calendar: await withRules(deps, caller, (book) => book.calendarOf(version)),
    zone,
    versions,
    countedByOlder,
  };
}

/** The newest first. */
async function publishedVersions(tx: Queryable, orgId: string): Promise<Versions> {
  const rows = await tx
    .select({
      version: calendars.version,
      publishedAt: calendars.publishedAt,
      note: calendars.note,
      personId: people.id,
      personName: people.name,
    })
    .from(calendars)
    .innerJoin(people, and(eq(people.orgId, calendars.orgId), eq(people.id, calendars.publishedBy)))
    .where(eq(calendars.orgId, orgId))
    .orderBy(desc(calendars.position));
  return rows.map(({ version, publishedAt, note, personId, personName }) => ({
    version,
    publishedAt: publishedAt.toISOString(),
    publishedBy: { id: personId, name: personName },
    note,
  }));
}

/** Then the dates that an older version made are what this one would make too. */
async function isRecountedBy(tx: Queryable, orgId: string, version: string): Promise<boolean> {
  const [organisation] = await tx
    .select({ recountedBy: organisations.recountedBy })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  return organisation?.recountedBy === version;
}

/** Open complaints with a date that a recount would look at: neither met nor replaced, and not agreed by hand. */
async function countedByOther(tx: Queryable, orgId: string, version: string): Promise<number> {
  const ofOther = tx
    .select({ clock: dueDates.clock })
    .from(dueDates)
    .where(
      and(
        eq(dueDates.orgId, orgId),
        eq(dueDates.complaintId, complaints.id),
        isNull(dueDates.metAt),
        isNull(dueDates.supersededAt),
        ne(dueDates.cause, "extended"),
        ne(dueDates.calendarVersion, version),
      ),
    );
  // One date of a complaint is enough: of a hundred thousand this takes half as long as counting them by their dates.
  const [row] = await tx
    .select({ complaints: count() })
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), isNull(complaints.closedAt), exists(ofOther)));
  return row?.complaints ?? 0;
}
