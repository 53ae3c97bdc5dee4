import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { people } from "../db/schema";
import { RegisterError } from "../errors";

/**
 * A person by their name of now, as events keep it.
 *
 * @throws RegisterError `not-found` when the organisation has no such person
 */
export async function namePerson(tx: Queryable, key: PersonKey): Promise<{ id: string; name: string }> {
  const [person] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.orgId, key.orgId), eq(people.id, key.personId)));
  if (person === undefined) throw new RegisterError("not-found");
  return person;
}
