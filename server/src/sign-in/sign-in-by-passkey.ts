import type { PasskeyAnswer } from "@otklik/shared/people/sign-in";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { holdPerson } from "../people/hold-person";
import { recordSignInAttempts } from "../people/record-sign-in-attempts";
import { type StartedSession, startSession } from "../people/start-session";
import type { Visit } from "../people/visit";
import { takeChallenge } from "./challenges";
import { checkPasskey } from "./check-passkey";
import { NOBODYS, requireRelyingParty } from "./relying-party";

/**
 * Signs in by a passkey alone: it shows both that the person has the device and that it is them, so no code is owed.
 *
 * @throws RegisterError `passkey-refused` alike for one that is unknown, removed or wrongly answered, and for
 *   somebody who was shut out; `sign-in-step-over` when the challenge is not to be answered any more
 */
export async function signInByPasskey(
  deps: Deps,
  answer: PasskeyAnswer,
  visit: Visit,
): Promise<StartedSession> {
  const party = requireRelyingParty(deps.env.publicUrl);
  const now = deps.now();
  const { clientDataJSON } = answer.response;
  const challenge = await takeChallenge(deps.tenants, NOBODYS, "passkey", clientDataJSON, now);
  const [person] = await deps.across.peopleByPasskey(answer.id);
  if (person === undefined) throw new RegisterError("passkey-refused");
  const session = await deps.tenants.within(person.orgId, async (tx) => {
    if ((await holdPerson(tx, person, "share")) === null) return null;
    if (await checkPasskey(tx, party, person, answer, challenge, now))
      return startSession(tx, person, now, "passkey", visit);
    await recordSignInAttempts(tx, [person], { method: "passkey", succeeded: false, at: now }, visit);
    return null;
  });
  // Thrown only now: the attempt has to be kept.
  if (session === null) throw new RegisterError("passkey-refused");
  return session;
}
