import { and, eq, isNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { people, sessions } from "../db/schema";
import type { Caller } from "../deps";
import { RegisterError } from "../errors";
import { sessionOf } from "./session-of";

export type HeldPerson = Pick<typeof people.$inferSelect, "id" | "name" | "email" | "roles" | "passwordHash">;

/**
 * Holds a person who is not shut out as they are now, to the transaction's end. Every transaction that signs somebody
 * in, or changes by what they may sign in, begins with it, before it touches their links, steps, codes, keys or
 * sessions: so none slips through a change of password or a shutting out, and nobody waits in a circle.
 *
 * @param mode `share` for who signs in: many do at once, none while the person is changed; `update` for who changes
 * @returns null when there is no such person, or no longer
 */
export async function holdPerson(
  tx: Queryable,
  { orgId, personId }: PersonKey,
  mode: "share" | "update",
): Promise<HeldPerson | null> {
  const [person] = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      roles: people.roles,
      passwordHash: people.passwordHash,
    })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId), isNull(people.disabledAt)))
    .for(mode);
  return person ?? null;
}

/**
 * Holds the caller to change by what they may sign in.
 *
 * @throws RegisterError `not-signed-in` when the session that asks was ended since it began to: by another password,
 *   or by shutting them out; `not-allowed` for a device
 */
export async function holdCaller(tx: Queryable, caller: Caller): Promise<HeldPerson> {
  const sessionId = sessionOf(caller);
  const held = await holdPerson(tx, caller, "update");
  if (held === null) throw new RegisterError("not-signed-in");
  const [session] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.orgId, caller.orgId), eq(sessions.id, sessionId)));
  if (session === undefined) throw new RegisterError("not-signed-in");
  return held;
}
