import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { people } from "../db/schema";
import { hasJoined } from "./list-people";

export interface LinkedPerson {
  readonly name: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  /** The invitation again as long as they have no way to sign in, else a new password. */
  readonly purpose: AccountLinkPurpose;
}

/** A person, locked to the transaction's end, with what a link would be for; null when there is none. */
export async function findLinkedPerson(
  tx: Queryable,
  { orgId, personId }: PersonKey,
): Promise<LinkedPerson | null> {
  const [row] = await tx
    .select({ name: people.name, email: people.email, disabledAt: people.disabledAt, joined: hasJoined() })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
    .for("update");
  if (row === undefined) return null;
  const { joined, ...person } = row;
  return { ...person, purpose: joined ? "password_reset" : "invitation" };
}
