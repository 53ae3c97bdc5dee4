import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { people } from "../db/schema";
import type { Tenant } from "../db/tenants";
import { RegisterError } from "../errors";

interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
}

/** The person as the log names them, and what their ways in depend on. */
export async function findPerson(tx: Tenant, { orgId, personId }: PersonKey): Promise<KnownPerson> {
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
  if (person === undefined) throw new RegisterError("not-signed-in");
  return person;
}
