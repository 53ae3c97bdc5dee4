import { emailSchema } from "@otklik/shared/people/account";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { dropSecondFactor } from "../sign-in/turn-off-second-factor";
import { AdminRefusal } from "./admin-refusal";

/**
 * Turns the second factor off for whoever has this address, in each of their organisations, and removes their
 * passkeys: for the only administrator, whom nobody else can help.
 *
 * @throws AdminRefusal with one sentence
 */
export async function turnOffSecondFactor(deps: Deps, email: string): Promise<void> {
  const wanted = emailSchema.safeParse(email);
  const found = wanted.success ? await deps.across.peopleByEmail(wanted.data) : [];
  if (found.length === 0) throw new AdminRefusal(`There is no person with the e-mail ${email}.`);
  let turnedOff = 0;
  for (const { orgId, personId } of found) {
    const actor = { orgId, personId: null, deviceId: null };
    try {
      await deps.tenants.within(orgId, (tx) => dropSecondFactor(tx, actor, { orgId, personId }));
      turnedOff++;
    } catch (error) {
      if (!(error instanceof RegisterError && error.code === "totp-off")) throw error;
    }
  }
  if (turnedOff === 0) throw new AdminRefusal(`${email} has neither a second factor nor a passkey.`);
}
