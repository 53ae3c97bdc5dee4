import type { Person } from "@otklik/shared/people/people";
import type { OrganisationRole } from "@otklik/shared/people/roles";
import { and, asc, count, eq, isNotNull, isNull, max, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { devices, passkeys, people, sessions, totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";

/** All people of the caller's organisation by name, those who were shut out too. */
export async function listPeople(deps: Deps, caller: Caller): Promise<Person[]> {
  return deps.tenants.read(caller.orgId, (tx) => readPeople(tx, caller.orgId));
}

/** @throws RegisterError `not-found` when the organisation has no such person */
export async function readPerson(tx: Queryable, orgId: string, personId: string): Promise<Person> {
  const [person] = await readPeople(tx, orgId, eq(people.id, personId));
  if (person === undefined) throw new RegisterError("not-found");
  return person;
}

/** Whether the person has a way to sign in: until then the invitation is open. */
export function hasJoined(): SQL<boolean> {
  // Written out: in a query of one table drizzle leaves its name away, and both sides would be the inner table's.
  return sql<boolean>`(people.password_hash IS NOT NULL
    OR EXISTS (SELECT FROM identities i WHERE i.org_id = people.org_id AND i.person_id = people.id)
    OR EXISTS (SELECT FROM passkeys k WHERE k.org_id = people.org_id AND k.person_id = people.id))`;
}

async function readPeople(tx: Queryable, orgId: string, which?: SQL): Promise<Person[]> {
  const ofPerson = joinsOf(tx, orgId);
  const rows = await tx
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      roles: sql<OrganisationRole[]>`${people.roles}`,
      createdAt: people.createdAt,
      disabledAt: people.disabledAt,
      hasJoined: hasJoined(),
      lastSeenAt: sql`date_trunc('hour', greatest(
        ${ofPerson.sessions.lastUsedAt}, ${ofPerson.devices.lastUsedAt}, ${lastSignIn()}))`.mapWith(
        (value: string): string | null => new Date(value).toISOString(),
      ),
      hasTotp: isNotNull(totpSecrets.confirmedAt).mapWith(Boolean),
      passkeys: sql`coalesce(${ofPerson.passkeys.n}, 0)`.mapWith(Number),
      identities: identitiesOf(),
      devices: sql`coalesce(${ofPerson.devices.n}, 0)`.mapWith(Number),
    })
    .from(people)
    .leftJoin(totpSecrets, and(eq(totpSecrets.orgId, people.orgId), eq(totpSecrets.personId, people.id)))
    .leftJoin(ofPerson.sessions, eq(ofPerson.sessions.personId, people.id))
    .leftJoin(ofPerson.devices, eq(ofPerson.devices.personId, people.id))
    .leftJoin(ofPerson.passkeys, eq(ofPerson.passkeys.personId, people.id))
    .where(and(eq(people.orgId, orgId), which))
    .orderBy(asc(people.name), asc(people.id));
  return rows.map(({ disabledAt, hasJoined: joined, createdAt, ...row }) => ({
    ...row,
    state: disabledAt !== null ? "disabled" : joined ? "active" : "invited",
    createdAt: createdAt.toISOString(),
  }));
}

/** Once for all people, since devices have no index by person. */
function joinsOf(tx: Queryable, orgId: string) {
  return {
    sessions: tx
      .select({ personId: sessions.personId, lastUsedAt: max(sessions.lastUsedAt).as("session_used_at") })
      .from(sessions)
      .where(eq(sessions.orgId, orgId))
      .groupBy(sessions.personId)
      .as("sessions_of"),
    devices: tx
      .select({
        personId: devices.personId,
        n: sql<number>`count(*) FILTER (WHERE ${isNull(devices.revokedAt)})`.as("devices_n"),
        lastUsedAt: max(devices.lastUsedAt).as("device_used_at"),
      })
      .from(devices)
      .where(eq(devices.orgId, orgId))
      .groupBy(devices.personId)
      .as("devices_of"),
    passkeys: tx
      .select({ personId: passkeys.personId, n: count().as("passkeys_n") })
      .from(passkeys)
      .where(eq(passkeys.orgId, orgId))
      .groupBy(passkeys.personId)
      .as("passkeys_of"),
  };
}

function identitiesOf(): SQL<number> {
  return sql`(SELECT count(*) FROM identities i
    WHERE i.org_id = people.org_id AND i.person_id = people.id)`.mapWith(Number);
}

/** One look into the index for each person: the history grows for ever. */
function lastSignIn(): SQL {
  return sql`(SELECT a.at FROM sign_in_attempts a
    WHERE a.org_id = people.org_id AND a.person_id = people.id AND a.succeeded
    ORDER BY a.id DESC LIMIT 1)`;
}
