import type { Tenants } from "../db/tenants";
import { RegisterError } from "../errors";
import { newSecret } from "../people/secrets";
import { keepStep, takeStep } from "./sign-in-steps";

type Asked = { readonly orgId: string; readonly personId: string | null };
type Purpose = "passkey" | "passkey_added";

/** A new challenge for a passkey, good once and for five minutes; only its hash is kept. */
export async function newChallenge(
  tenants: Tenants,
  { orgId, personId }: Asked,
  kind: Purpose,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = newSecret();
  await tenants.within(orgId, (tx) => keepStep(tx, { orgId, personId, kind, secret }, now));
  return Uint8Array.from(Buffer.from(secret, "base64url"));
}

/**
 * The challenge that an answer names, which is thereby used up, whatever else is wrong with the answer.
 *
 * @param clientData `clientDataJSON` of the answer
 * @throws RegisterError `sign-in-step-over` when it was never asked of this person, is too old, or was answered
 */
export async function takeChallenge(
  tenants: Tenants,
  asked: Asked,
  kind: Purpose,
  clientData: string,
  now: Date,
): Promise<string> {
  const secret = challengeIn(clientData);
  const step = await tenants.within(asked.orgId, (tx) =>
    takeStep(tx, { orgId: asked.orgId, kind, secret }, now),
  );
  if (step === null || step.personId !== asked.personId) throw new RegisterError("sign-in-step-over");
  return secret;
}

function challengeIn(clientData: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientData, "base64url").toString());
    if (
      typeof data === "object" &&
      data !== null &&
      "challenge" in data &&
      typeof data.challenge === "string"
    )
      return data.challenge;
  } catch {
    // Told below, like every other answer to nothing.
  }
  throw new RegisterError("sign-in-step-over");
}
