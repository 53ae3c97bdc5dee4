import { randomUUID } from "node:crypto";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { AddPasskey } from "@otklik/shared/people/sign-in";
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { and, count, eq } from "drizzle-orm";
import { passkeys } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";
import { takeChallenge } from "./challenges";
import { type RelyingParty, requireRelyingParty } from "./relying-party";

/**
 * Adds the passkey that the person's browser has made.
 *
 * @throws RegisterError `passkey-refused` when it is not what was asked for, `passkey-known`, `too-many-passkeys`,
 *   `sign-in-step-over`
 */
export async function addPasskey(
  deps: Deps,
  caller: Caller,
  { name, answer }: AddPasskey,
): Promise<{ id: string }> {
  const { orgId, personId } = caller;
  const party = requireRelyingParty(deps.env.publicUrl);
  const now = deps.now();
  const { clientDataJSON } = answer.response;
  const challenge = await takeChallenge(deps.tenants, caller, "passkey_added", clientDataJSON, now);
  const made = await verify(party, answer, challenge);
  const [known] = await deps.across.peopleByPasskey(made.id);
  if (known !== undefined) throw new RegisterError("passkey-known");
  return deps.tenants.within(orgId, async (tx) => {
    const person = await holdCaller(tx, caller);
    const id = randomUUID();
    const added = await tx
      .insert(passkeys)
      .values({
        orgId,
        id,
        personId,
        name,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey),
        signCount: made.counter,
        transports: answer.response.transports ?? [],
        addedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (added.length === 0) throw new RegisterError("passkey-known");
    const [owned] = await tx
      .select({ n: count() })
      .from(passkeys)
      .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId)));
    if (owned !== undefined && owned.n > LIMITS.passkeys) throw new RegisterError("too-many-passkeys");
    await recordPeopleEvent(tx, caller, {
      kind: "passkey_added",
      data: { person: { id: person.id, name: person.name }, name },
    });
    return { id };
  });
}

async function verify(party: RelyingParty, answer: AddPasskey["answer"], expectedChallenge: string) {
  const registered = await verifyRegistrationResponse({
    response: { ...answer, clientExtensionResults: {} },
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // The library throws at what is malformed or of another place.
  }).catch(() => null);
  if (registered === null || !registered.verified) throw new RegisterError("passkey-refused");
  return registered.registrationInfo.credential;
}
