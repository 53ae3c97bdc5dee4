import type { Organisation } from "@otklik/shared/people/organisations";
import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { organisations, people } from "../db/schema";
import type { Deps } from "../deps";
import { invitedAdmins } from "./invited-admins";

/** All organisations by name, each with how many people it has; the installation itself is none. */
export async function listOrganisations({ across, tenants }: Deps): Promise<Organisation[]> {
  const ids = await across.organisationIds();
  if (ids.length === 0) return [];
  const { rows, invited } = await tenants.read(ids, async (tx) => ({
    invited: await invitedAdmins(tx, ids),
    rows: await tx
      .select({
        id: organisations.id,
        name: organisations.name,
        zone: organisations.zone,
        locale: organisations.locale,
        people: count(people.id),
        createdAt: organisations.createdAt,
      })
      .from(organisations)
      .leftJoin(people, and(eq(people.orgId, organisations.id), isNull(people.disabledAt)))
      .where(inArray(organisations.id, [...ids]))
      .groupBy(organisations.id)
      .orderBy(asc(organisations.name), asc(organisations.id)),
  }));
  return rows.map((row) => {
    const admin = invited.get(row.id);
    return {
      ...row,
      invited: admin === undefined ? null : { name: admin.name, email: admin.email },
      createdAt: row.createdAt.toISOString(),
    };
  });
}
