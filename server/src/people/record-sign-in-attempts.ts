import type { SIGN_IN_METHODS } from "@otklik/shared/people/people";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { signInAttempts } from "../db/schema";
import type { Visit } from "./visit";

export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Writes into the sign-in history of those whom the attempt was for. */
export async function recordSignInAttempts(
  tx: Queryable,
  people: readonly PersonKey[],
  attempt: { readonly method: SignInMethod; readonly succeeded: boolean; readonly at: Date },
  visit: Visit,
): Promise<void> {
  if (people.length === 0) return;
  await tx
    .insert(signInAttempts)
    .values(people.map(({ orgId, personId }) => ({ orgId, personId, ...attempt, ...visit })));
}
