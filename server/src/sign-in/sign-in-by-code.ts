import type { SignInByCode } from "@otklik/shared/people/sign-in";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { people, signInSteps } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
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

  const { personId } = await deps.tenants.within(orgId, (tx) => requireStep(tx, orgId, secretHash, now));
  const person: PersonKey = { orgId, personId };
  return deps.limits.secondFactor.countMisses(`${orgId} ${personId}`, "wrong-code", async () => {
    const session = await deps.tenants.within(orgId, async (tx) => {
      const { attempts } = await requireStep(tx, orgId, secretHash, now);
      if (await takeCode(tx, sealer, person, input.code, now)) {
        await tx.delete(signInSteps).where(own);
        return startSession(tx, person, now, "second_factor", visit);
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

async function requireStep(tx: Tenant, orgId: string, secretHash: Buffer, now: Date) {
  const [step] = await tx
    .select({ personId: people.id, attempts: signInSteps.attempts })
    .from(signInSteps)
    .innerJoin(people, and(eq(people.orgId, signInSteps.orgId), eq(people.id, signInSteps.personId)))
    .where(
      and(
        eq(signInSteps.orgId, orgId),
        eq(signInSteps.secretHash, secretHash),
        eq(signInSteps.kind, "second_factor"),
        gt(signInSteps.expiresAt, now),
        isNull(people.disabledAt),
      ),
    )
    .for("update", { of: signInSteps });
  if (step === undefined) throw new RegisterError("sign-in-step-over");
  return step;
}
