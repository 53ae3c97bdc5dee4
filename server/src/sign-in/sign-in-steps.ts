import { and, eq, gt, inArray, lte } from "drizzle-orm";
import { signInSteps } from "../db/schema";
import type { Tenant } from "../db/tenants";
import { hashSecret } from "../people/secrets";

type StepKind = typeof signInSteps.$inferSelect.kind;
export type SignInStep = Pick<typeof signInSteps.$inferSelect, "orgId" | "personId" | "data">;

const MINUTES = { organisation: 5, passkey: 5, passkey_added: 5, second_factor: 5, provider: 10 } as const;

interface NewStep {
  /** The installation's while it is not known whose it will be. */
  readonly orgId: string;
  readonly personId: string | null;
  readonly kind: StepKind;
  /** Of which only the hash is kept. */
  readonly secret: string;
  readonly data?: object;
}

/** Remembers the first step of a sign-in; those of the organisation that are over are thrown away. @returns until when */
export async function keepStep(tx: Tenant, step: NewStep, now: Date): Promise<Date> {
  const { secret, data = {}, ...rest } = step;
  const expiresAt = new Date(now.getTime() + MINUTES[step.kind] * 60_000);
  const over = tx
    .select({ secretHash: signInSteps.secretHash })
    .from(signInSteps)
    .where(and(eq(signInSteps.orgId, step.orgId), lte(signInSteps.expiresAt, now)))
    // What another is at is thrown away by it, or the next time: waiting for it could be waiting in a circle.
    .for("update", { skipLocked: true });
  await tx
    .delete(signInSteps)
    .where(and(eq(signInSteps.orgId, step.orgId), inArray(signInSteps.secretHash, over)));
  await tx
    .insert(signInSteps)
    .values({ ...rest, secretHash: hashSecret(secret), data: JSON.stringify(data), expiresAt });
  return expiresAt;
}

/** Takes a step away, so that it serves once; null when there is none, or it is over. */
export async function takeStep(
  tx: Tenant,
  { orgId, kind, secret }: Pick<NewStep, "orgId" | "kind" | "secret">,
  now: Date,
): Promise<SignInStep | null> {
  const [step] = await tx
    .delete(signInSteps)
    .where(
      and(
        eq(signInSteps.orgId, orgId),
        eq(signInSteps.secretHash, hashSecret(secret)),
        eq(signInSteps.kind, kind),
        gt(signInSteps.expiresAt, now),
      ),
    )
    .returning({ orgId: signInSteps.orgId, personId: signInSteps.personId, data: signInSteps.data });
  return step ?? null;
}
