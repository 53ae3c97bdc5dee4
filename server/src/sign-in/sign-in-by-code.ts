import type { SignInByCode } from "@otklik/shared/people/sign-in";
import { and, eq, gt } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { signInSteps } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { holdPerson } from "../people/hold-person";
import { recordSignInAttempts } from "../people/record-sign-in-attempts";
import { parseToken } from "../people/secrets";
import { type StartedSession, startSession } from "../people/start-session";
import type { Visit } from "../people/visit";
import type { Sealer } from "./sealer";
import { takeCode } from "./take-code";

/** Wrong codes after one right password. */
const TRIES = 5;

/**
 * Signs in whoever has given the right password, by a code of their app or a recovery code.
 *
 * @throws RegisterError `wrong-code`; `too-many-requests` after too many of a person, whatever passwords came
 *   before; `sign-in-step-over` alike for a step that is unknown, too old, used up or somebody's who was shut out
 */
export async function signInByCode(
  deps: Deps,
  sealer: Sealer,
  input: SignInByCode,
  visit: Visit,
): Promise<StartedSession> {
  const token = parseToken(input.step);
  if (token === null) throw new RegisterError("sign-in-step-over");
  const { orgId, secretHash } = token;
  const now = deps.now();
  const own = and(eq(signInSteps.orgId, orgId), eq(signInSteps.secretHash, secretHash));

  const { personId } = await deps.tenants.read(orgId, (tx) => requireStep(tx, orgId, secretHash, now));
  const person: PersonKey = { orgId, personId };
  return deps.limits.secondFactor.countMisses(`${orgId} ${personId}`, "wrong-code", async () => {
    const session = await deps.tenants.within(orgId, async (tx) => {
      if ((await holdPerson(tx, person, "share")) === null) throw new RegisterError("sign-in-step-over");
      const { attempts } = await requireStep(tx, orgId, secretHash, now, "update");
      const taken = await takeCode(deps.log, tx, sealer, person, input.code, now);
      if (taken !== null) {
        await tx.delete(signInSteps).where(own);
        return startSession(tx, person, now, taken, visit);
      }
      if (attempts + 1 >= TRIES) await tx.delete(signInSteps).where(own);
      else
        await tx
          .update(signInSteps)
          .set({ attempts: attempts + 1 })
          .where(own);
      await recordSignInAttempts(tx, [person], { method: "second_factor", succeeded: false, at: now }, visit);
      return null;
    });
    // Thrown only now: the miss has to be kept.
    if (session === null) throw new RegisterError("wrong-code");
    return session;
  });
}

async function requireStep(tx: Tenant, orgId: string, secretHash: Buffer, now: Date, lock?: "update") {
  const asked = tx
    .select({ personId: signInSteps.personId, attempts: signInSteps.attempts })
    .from(signInSteps)
    .where(
      and(
        eq(signInSteps.orgId, orgId),
        eq(signInSteps.secretHash, secretHash),
        eq(signInSteps.kind, "second_factor"),
        gt(signInSteps.expiresAt, now),
      ),
    );
  const [step] = await (lock === undefined ? asked : asked.for(lock));
  if (step === undefined || step.personId === null) throw new RegisterError("sign-in-step-over");
  return { personId: step.personId, attempts: step.attempts };
}
