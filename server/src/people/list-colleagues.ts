import type { Colleague } from "@otklik/shared/people/colleague";
import type { OrganisationRole } from "@otklik/shared/people/roles";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { hasJoined } from "./list-people";

/** The people of the caller's organisation by name, without those who were shut out. */
export async function listColleagues(deps: Deps, { orgId }: Pick<Caller, "orgId">): Promise<Colleague[]> {
  return deps.tenants.read(orgId, (tx) =>
    tx
      .select({
        id: people.id,
        name: people.name,
        roles: sql<OrganisationRole[]>`${people.roles}`,
        joined: hasJoined(),
      })
      .from(people)
      .where(and(eq(people.orgId, orgId), isNull(people.disabledAt)))
      .orderBy(asc(people.name), asc(people.id)),
  );
}
