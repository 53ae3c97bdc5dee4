import { and, arrayContains, desc, inArray, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { people } from "../db/schema";
import { hasJoined } from "../people/list-people";

export interface InvitedAdmin {
  readonly orgId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The first admin of each organisation in which nobody has joined yet, by the organisation's id. */
export async function invitedAdmins(
  tx: Queryable,
  orgIds: readonly string[],
): Promise<ReadonlyMap<string, InvitedAdmin>> {
  const entered = await tx
    .select({ orgId: people.orgId })
    .from(people)
    .where(and(inArray(people.orgId, [...orgIds]), hasJoined()))
    .groupBy(people.orgId);
  const waiting = orgIds.filter((id) => !entered.some(({ orgId }) => orgId === id));
  if (waiting.length === 0) return new Map();
  const admins = await tx
    .select({ orgId: people.orgId, id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(
      and(inArray(people.orgId, waiting), arrayContains(people.roles, ["admin"]), isNull(people.disabledAt)),
    )
    .orderBy(desc(people.createdAt), desc(people.id));
  // Of several in one organisation the first is the last here.
  return new Map(admins.map((admin) => [admin.orgId, admin]));
}
