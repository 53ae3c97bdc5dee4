import type { PasskeyAnswer } from "@otklik/shared/people/sign-in";
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { passkeys } from "../db/schema";
import type { Tenant } from "../db/tenants";
import { type RelyingParty, userHandleOf } from "./relying-party";

/**
 * Whether the answer was made by a passkey of the person that this server knows, with the person's finger, face or
 * PIN; notes the use.
 *
 * @param challenge the one that was asked, taken out of the kept ones
 */
export async function checkPasskey(
  tx: Tenant,
  party: RelyingParty,
  person: PersonKey,
  answer: PasskeyAnswer,
  challenge: string,
  now: Date,
): Promise<boolean> {
  const { orgId, personId } = person;
  const handle = answer.response.userHandle;
  if (handle !== undefined && handle !== Buffer.from(userHandleOf(person)).toString("base64url"))
    return false;
  const own = and(
    eq(passkeys.orgId, orgId),
    eq(passkeys.personId, personId),
    eq(passkeys.credentialId, answer.id),
  );
  const [known] = await tx.select().from(passkeys).where(own).for("update");
  if (known === undefined) return false;
  const newCounter = await verify(party, answer, challenge, {
    id: known.credentialId,
    publicKey: Uint8Array.from(known.publicKey),
    counter: known.signCount,
  });
  if (newCounter === null) return false;
  await tx.update(passkeys).set({ signCount: newCounter, lastUsedAt: now }).where(own);
  return true;
}

/** The passkey's new count; null when the answer is not its own. */
async function verify(
  party: RelyingParty,
  answer: PasskeyAnswer,
  expectedChallenge: string,
  credential: { readonly id: string; readonly publicKey: Uint8Array<ArrayBuffer>; readonly counter: number },
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws at what is malformed or of another place; either way it opens nothing.
    return null;
  }
}
