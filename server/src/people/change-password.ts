import type { ChangePassword } from "@otklik/shared/people/sign-in";
import { and, eq } from "drizzle-orm";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { findPerson } from "../sign-in/find-person";
import { endSessions } from "./end-sessions";
import { holdCaller } from "./hold-person";
import { spendAccountLinks } from "./issue-account-link";
import type { Passwords } from "./passwords";
import { revokeDevicesOf, withPairings } from "./revoke-all-devices";

/**
 * Gives the caller, who has shown that it is them, another password or their first, and signs them out everywhere
 * else.
 *
 * @throws RegisterError `invalid-request` when it is the one they have; `not-signed-in` when their session was ended
 *   meanwhile
 */
export async function changePassword(
  deps: Deps,
  passwords: Passwords,
  caller: Caller,
  { next, cutOff }: Omit<ChangePassword, "confirmation">,
): Promise<void> {
  const { orgId, personId } = caller;
  // Before the transaction: hashing takes a while.
  const present = await deps.tenants.read(orgId, (tx) => findPerson(tx, caller));
  if (await passwords.matches(present.passwordHash, next))
    throw new RegisterError("invalid-request", { errors: [{ path: "next", reason: "same-password" }] });
  const passwordHash = await passwords.hash(next);
  await deps.tenants.within(withPairings(orgId), async (tx) => {
    const { id, name } = await holdCaller(tx, caller);
    await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
    const sessions = await endSessions(tx, caller, caller.sessionId);
    await spendAccountLinks(tx, caller, deps.now());
    const devices = cutOff ? await revokeDevicesOf(tx, caller, deps.now()) : 0;
    await recordPeopleEvent(tx, caller, {
      kind: "password_changed",
      data: { person: { id, name }, sessions, devices },
    });
  });
}
