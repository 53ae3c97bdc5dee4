import type { Topic } from "@otklik/shared/complaint/complaint";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { organisations, people, topics } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { hasJoined } from "../people/list-people";
import { permissionsOf } from "../people/permissions-of";

/** In whose names invented complaints are registered, and the topics they may have. */
export interface Seeders {
  readonly callers: readonly Caller[];
  readonly topics: readonly Topic[];
}

/** The people of the oldest organisation who may register and sign in; none when there is no organisation yet. */
export async function findSeeders({ across, tenants }: Pick<Deps, "across" | "tenants">): Promise<Seeders> {
  const ids = await across.organisationIds();
  const [organisation] = await tenants.read(ids, (tx) =>
    tx
      .select()
      .from(organisations)
      .where(inArray(organisations.id, [...ids]))
      .orderBy(asc(organisations.createdAt))
      .limit(1),
  );
  if (organisation === undefined) return { callers: [], topics: [] };
  const { id: orgId, zone, rulesRevision, locale } = organisation;
  const [members, own] = await tenants.read(orgId, (tx) =>
    Promise.all([
      tx
        .select({ personId: people.id, roles: people.roles })
        .from(people)
        .where(and(eq(people.orgId, orgId), isNull(people.disabledAt), hasJoined()))
        .orderBy(asc(people.createdAt), asc(people.id)),
      tx
        .select({ id: topics.id, name: topics.name })
        .from(topics)
        .where(eq(topics.orgId, orgId))
        .orderBy(asc(topics.position)),
    ]),
  );
  const callers = members
    .map(({ personId, roles }) => {
      const permissions = permissionsOf(roles, null);
      return {
        orgId,
        personId,
        deviceId: null,
        sessionId: null,
        roles,
        permissions,
        zone,
        rulesRevision,
        locale,
      };
    })
    .filter(({ permissions }) => permissions.has("complaint:register") && permissions.has("complaint:step"));
  return { callers, topics: own };
}
