import { LIMITS } from "@otklik/shared/complaint/limits";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import { passkeys } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { newChallenge } from "./challenges";
import { findPerson } from "./find-person";
import { requireRelyingParty, userHandleOf } from "./relying-party";

/**
 * What the person's browser needs to make a passkey that can be found without a name.
 *
 * @throws RegisterError `too-many-passkeys`
 */
export async function offerPasskey(deps: Deps, caller: Caller) {
  const party = requireRelyingParty(deps.env.publicUrl);
  const { person, known } = await deps.tenants.read(caller.orgId, async (tx) => ({
    person: await findPerson(tx, caller),
    known: await tx
      .select({ id: passkeys.credentialId, transports: passkeys.transports })
      .from(passkeys)
      .where(and(eq(passkeys.orgId, caller.orgId), eq(passkeys.personId, caller.personId))),
  }));
  if (known.length >= LIMITS.passkeys) throw new RegisterError("too-many-passkeys");
  const { extensions: _unread, ...options } = await generateRegistrationOptions({
    rpName: "Otklik",
    rpID: party.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: userHandleOf(caller),
    challenge: await newChallenge(deps.tenants, caller, "passkey_added", deps.now()),
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return options;
}
