import type { Organisation } from "@otklik/shared/people/organisations";
import { and, asc, count, eq, inArray, isNull } from "drizzle-orm";
import { organisations, people } from "../db/schema";
import type { Deps } from "../deps";

/** All organisations by name, each with how many people it has; the installation itself is none. */
export async function listOrganisations({ across, tenants }: Deps): Promise<Organisation[]> {
  const ids = await across.organisationIds();
  if (ids.length === 0) return [];
  const rows = await tenants.read(ids, (tx) =>
    tx
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
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
