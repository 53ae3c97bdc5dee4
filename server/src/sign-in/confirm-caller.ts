import type { Confirmation } from "@otklik/shared/people/sign-in";
import { and, eq, gt, sql } from "drizzle-orm";
import { passkeys, sessions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Passwords } from "../people/passwords";
import { takeChallenge } from "./challenges";
import { checkPasskey } from "./check-passkey";
import { findPerson } from "./find-person";
import { requireRelyingParty } from "./relying-party";

const JUST_SIGNED_IN_MINUTES = 10;
const WRONG_PASSWORD = { path: "confirmation.password", reason: "wrong-password" };

/**
 * Makes sure that it is the person themselves, before something is changed that they could be locked out by. Who has
 * neither password nor passkey, and so signs in elsewhere, must have done so just now.
 *
 * @throws RegisterError `not-confirmed`, which names the password when it is wrong; `too-many-requests` after too many wrong ones
 */
export async function confirmCaller(
  deps: Deps,
  passwords: Passwords,
  caller: Caller,
  confirmation: Confirmation,
): Promise<void> {
  await deps.limits.secondFactor.countMisses(
    `confirm ${caller.orgId} ${caller.personId}`,
    "not-confirmed",
    async () => {
      if (await isConfirmed(deps, passwords, caller, confirmation)) return;
      const isByPassword = confirmation !== null && "password" in confirmation;
      throw new RegisterError("not-confirmed", isByPassword ? { errors: [WRONG_PASSWORD] } : {});
    },
  );
}

async function isConfirmed(
  deps: Deps,
  passwords: Passwords,
  caller: Caller,
  confirmation: Confirmation,
): Promise<boolean> {
  if (confirmation === null) return hasJustSignedIn(deps, caller);
  if ("password" in confirmation) {
    const { passwordHash } = await deps.tenants.read(caller.orgId, (tx) => findPerson(tx, caller));
    return passwords.matches(passwordHash, confirmation.password);
  }
  const answer = confirmation.passkey;
  const now = deps.now();
  const party = requireRelyingParty(deps.env.publicUrl);
  const { clientDataJSON } = answer.response;
  const challenge = await takeChallenge(deps.tenants, caller, "passkey", clientDataJSON, now);
  return deps.tenants.within(caller.orgId, (tx) => checkPasskey(tx, party, caller, answer, challenge, now));
}

/** Only for those who have nothing else to show. */
async function hasJustSignedIn(deps: Deps, { orgId, personId, sessionId }: Caller): Promise<boolean> {
  if (sessionId === null) return false;
  const since = new Date(deps.now().getTime() - JUST_SIGNED_IN_MINUTES * 60_000);
  return deps.tenants.read(orgId, async (tx) => {
    const { passwordHash } = await findPerson(tx, { orgId, personId });
    if (passwordHash !== null) return false;
    const [fresh] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(
          eq(sessions.orgId, orgId),
          eq(sessions.id, sessionId),
          gt(sessions.createdAt, since),
          sql`NOT EXISTS (SELECT FROM ${passkeys} WHERE ${passkeys.orgId} = ${orgId} AND ${passkeys.personId} = ${personId})`,
        ),
      );
    return fresh !== undefined;
  });
}
