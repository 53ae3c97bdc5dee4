import type { Session } from "@otklik/shared/people/account";
import { and, asc, eq } from "drizzle-orm";
import { organisations, people, topics } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { permissionsOf } from "./permissions-of";

/** Who the caller acts for, and what that person's organisation is like. */
export async function findSession(
  deps: Deps,
  caller: { readonly orgId: string; readonly personId: string; readonly permissions?: ReadonlySet<string> },
): Promise<Session> {
  const [[row], topicRows] = await deps.tenants.read(caller.orgId, (tx) =>
    Promise.all([
      tx
        .select({
          person: { id: people.id, name: people.name, email: people.email, roles: people.roles },
          organisation: {
            id: organisations.id,
            name: organisations.name,
            zone: organisations.zone,
            locale: organisations.locale,
          },
        })
        .from(people)
        .innerJoin(organisations, eq(organisations.id, people.orgId))
        .where(and(eq(people.orgId, caller.orgId), eq(people.id, caller.personId))),
      tx
        .select({ id: topics.id, name: topics.name })
        .from(topics)
        .where(eq(topics.orgId, caller.orgId))
        .orderBy(asc(topics.position)),
    ]),
  );
  if (row === undefined) throw new RegisterError("not-signed-in");
  return {
    person: row.person,
    organisation: { ...row.organisation, topics: topicRows },
    permissions: [...(caller.permissions ?? permissionsOf(row.person.roles, null))],
  };
}
