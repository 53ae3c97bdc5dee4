import type { Topic } from "@otklik/shared/complaint/complaint";
import { asc, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { organisations, people, topics } from "../db/schema";
import type { Caller } from "../deps";
import { permissionsOf } from "../people/permissions-of";

/** In whose names invented complaints are registered, and the topics they may have. */
export interface Seeders {
  readonly callers: readonly Caller[];
  readonly topics: readonly Topic[];
}

/** The people of the oldest organisation who may register; none when there is no organisation yet. */
export async function findSeeders(db: Queryable): Promise<Seeders> {
  const [organisation] = await db.select().from(organisations).orderBy(asc(organisations.createdAt)).limit(1);
  if (organisation === undefined) return { callers: [], topics: [] };
  const { id: orgId, zone, rulesRevision, locale } = organisation;
  const members = await db
    .select({ personId: people.id, roles: people.roles })
    .from(people)
    .where(eq(people.orgId, orgId))
    .orderBy(asc(people.createdAt), asc(people.id));
  const callers = members
    .map(({ personId, roles }) => {
      const permissions = permissionsOf(roles, null);
      return { orgId, personId, deviceId: null,
    sessionId: null, roles, permissions, zone, rulesRevision, locale };
    })
    .filter(({ permissions }) => permissions.has("complaint:register") && permissions.has("complaint:step"));
  const own = await db
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(eq(topics.orgId, orgId))
    .orderBy(asc(topics.position));
  return { callers, topics: own };
}
