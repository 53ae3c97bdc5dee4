import { PERMISSIONS } from "@otklik/shared/people/roles";
import { and, arrayOverlaps, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { people } from "../db/schema";
import { hasJoined } from "./list-people";

/**
 * Those of the organisation who may look after its people and are not shut out, locked to the transaction's end: of two
 * changes at once each sees what the other has left. Locked in one order, so that nobody waits in a circle.
 */
export async function lockAdmins(
  tx: Queryable,
  orgId: string,
): Promise<{ readonly id: string; readonly hasJoined: boolean }[]> {
  return tx
    .select({ id: people.id, hasJoined: hasJoined() })
    .from(people)
    .where(
      and(
        eq(people.orgId, orgId),
        arrayOverlaps(people.roles, [...PERMISSIONS["people:write"]]),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.id))
    .for("update");
}
