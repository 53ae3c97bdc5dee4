import type { ChangePerson, Person } from "@otklik/shared/people/people";
import type { PeopleEvent } from "@otklik/shared/people/people-events";
import { mayDo, type Role } from "@otklik/shared/people/roles";
import { and, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvents } from "../journal/record-event";
import { removePasskeysOf, removeTotpOf } from "../sign-in/remove-factors";
import { endAccess } from "./end-access";
import { endSessions } from "./end-sessions";
import { readPerson } from "./list-people";
import { lockAdmins } from "./lock-admins";
import { withPairings } from "./revoke-all-devices";

type PersonRow = typeof people.$inferSelect;

/**
 * Renames a person, gives them other roles, shuts them out or lets them in again. Other roles end their sessions;
 * shutting out ends their sessions, devices, links and passkeys for good. Who is let in again sets a password by a new
 * link, or comes through the identity provider: why they were shut out may have been that another knew the old one.
 *
 * @throws RegisterError `not-found`; `person-changed` when somebody has given them other roles meanwhile;
 *   `last-admin` when nobody would be left to look after people; `not-allowed` when the caller has ceased to be an
 *   admin meanwhile
 */
export async function changePerson(
  deps: Deps,
  caller: Caller,
  personId: string,
  input: ChangePerson,
): Promise<Person> {
  const { orgId } = caller;
  return deps.tenants.within(withPairings(orgId), async (tx) => {
    const admins = await lockAdmins(tx, orgId);
    // Two who change each other at once: the second is no admin any more when its turn comes.
    if (!admins.some(({ id }) => id === caller.personId)) throw new RegisterError("not-allowed");
    const [row] = await tx
      .select()
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
      .for("update");
    if (row === undefined) throw new RegisterError("not-found");
    if (input.rolesBefore !== undefined && !areSame(row.roles, input.rolesBefore)) {
      throw new RegisterError("person-changed");
    }
    const after = applied(row, input, deps.now());
    const isAdmin = mayDo(after.roles, "people:write") && after.disabledAt === null;
    if (!isAdmin && !admins.some(({ id, hasJoined }) => hasJoined && id !== personId)) {
      throw new RegisterError("last-admin");
    }
    await tx
      .update(people)
      .set(after)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
    await recordEvents(tx, caller, await carryOut(tx, caller, row, after, deps.now()));
    return readPerson(tx, orgId, personId);
  });
}

function applied(row: PersonRow, { name, roles, disabled }: ChangePerson, now: Date) {
  return {
    name: name ?? row.name,
    roles: roles ?? row.roles,
    disabledAt: disabled === undefined ? row.disabledAt : disabled ? (row.disabledAt ?? now) : null,
    passwordHash: disabled === false && row.disabledAt !== null ? null : row.passwordHash,
  };
}

/** Ends what the change ends. @returns what is written down of it */
async function carryOut(
  tx: Queryable,
  caller: Caller,
  row: PersonRow,
  after: ReturnType<typeof applied>,
  now: Date,
): Promise<PeopleEvent[]> {
  const key = { orgId: row.orgId, personId: row.id };
  const person = { id: row.id, name: after.name };
  const events: PeopleEvent[] = [];
  if (after.name !== row.name) events.push({ kind: "person_renamed", data: { person, before: row.name } });
  if (!areSame(row.roles, after.roles)) {
    events.push({ kind: "roles_changed", data: { person, before: row.roles, after: after.roles } });
    await endSessions(tx, key, caller.sessionId);
  }
  if (row.disabledAt !== null && after.disabledAt === null) {
    // Of who was shut out when that left them: the ways in of before open nothing, however long ago it was.
    await removePasskeysOf(tx, key);
    await removeTotpOf(tx, key);
    events.push({ kind: "person_let_in", data: { person } });
  }
  if (row.disabledAt === null && after.disabledAt !== null) {
    events.push(await endAccess(tx, caller, person, now));
  }
  return events;
}

function areSame(some: readonly Role[], others: readonly Role[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
