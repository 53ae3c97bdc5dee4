import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { accountLinks, people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { oweCode } from "../sign-in/owe-code";
import { removePasskeysOf } from "../sign-in/remove-factors";
import { endSessions } from "./end-sessions";
import { requireAccountLink } from "./find-account-link";
import { holdPerson } from "./hold-person";
import { spendAccountLinks } from "./issue-account-link";
import type { Passwords } from "./passwords";
import { revokeDevicesOf, withPairings } from "./revoke-all-devices";
import { type StartedSession, startSession } from "./start-session";
import type { Visit } from "./visit";

/**
 * Sets the password of the link's person, once, and signs them in, unless they have chosen that a code is owed as
 * well. Their sessions end, with all their links. After a reset their devices and passkeys open nothing either, for who
 * has lost a password has perhaps lost them to somebody, or was given one by them. All of them go, without a choice:
 * whoever still holds a passkey signs in by it and needs no link, and a list to choose from would show the holder of a
 * stolen link what there is, and let them keep what they had added. The second factor stays: a mailbox is not enough.
 *
 * @throws RegisterError `account-link-invalid`, alike for one that is wrong, used, replaced or too old
 */
export async function useAccountLink(
  deps: Deps,
  passwords: Passwords,
  input: { readonly token: string; readonly password: string },
  visit: Visit,
): Promise<{ readonly session: StartedSession } | { readonly owed: CodeOwed }> {
  const link = await requireAccountLink(deps, input.token, visit.address);
  // Before the transaction: hashing takes a while.
  const passwordHash = await passwords.hash(input.password);
  const key = { orgId: link.orgId, personId: link.personId };
  return deps.tenants.within(withPairings(link.orgId), async (tx) => {
    const person = await holdPerson(tx, key, "update");
    if (person === null) throw new RegisterError("account-link-invalid");
    await spend(tx, link, deps.now());
    await spendAccountLinks(tx, key, deps.now());
    await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.orgId, link.orgId), eq(people.id, link.personId)));
    const sessions = await endSessions(tx, key, null);
    const isReset = link.purpose === "password_reset";
    const devices = isReset ? await revokeDevicesOf(tx, key, deps.now()) : 0;
    const passkeys = isReset ? await removePasskeysOf(tx, key) : 0;
    const named = { id: person.id, name: person.name };
    await recordPeopleEvent(
      tx,
      { ...key, deviceId: null },
      isReset
        ? { kind: "password_reset", data: { person: named, sessions, devices, passkeys } }
        : { kind: "person_joined", data: { person: named, roles: person.roles } },
    );
    const owed = await oweCode(tx, key, deps.now());
    return owed === null ? { session: await startSession(tx, key, deps.now(), "link", visit) } : { owed };
  });
}

/** Of many at once one gets through: the others find it spent. */
async function spend(
  tx: Queryable,
  { orgId, secretHash }: { orgId: string; secretHash: Buffer },
  now: Date,
): Promise<void> {
  const spent = await tx
    .update(accountLinks)
    .set({ spentAt: now })
    .where(
      and(
        eq(accountLinks.orgId, orgId),
        eq(accountLinks.secretHash, secretHash),
        isNull(accountLinks.spentAt),
      ),
    )
    .returning({ personId: accountLinks.personId });
  if (spent.length === 0) throw new RegisterError("account-link-invalid");
}
