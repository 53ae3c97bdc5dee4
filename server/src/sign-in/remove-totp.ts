import { and, eq } from "drizzle-orm";
import { signInSteps, totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdCaller } from "../people/hold-person";

/** Turns the second factor off, with its recovery codes and whatever sign-in waits for a code. @throws RegisterError `totp-off` */
export async function removeTotp(deps: Deps, caller: Caller): Promise<void> {
  const { orgId, personId } = caller;
  await deps.tenants.within(orgId, async (tx) => {
    const { id, name } = await holdCaller(tx, caller);
    const removed = await tx
      .delete(totpSecrets)
      .where(and(eq(totpSecrets.orgId, orgId), eq(totpSecrets.personId, personId)))
      .returning({ confirmedAt: totpSecrets.confirmedAt });
    if (removed[0] === undefined || removed[0].confirmedAt === null) throw new RegisterError("totp-off");
    await tx
      .delete(signInSteps)
      .where(
        and(
          eq(signInSteps.orgId, orgId),
          eq(signInSteps.personId, personId),
          eq(signInSteps.kind, "second_factor"),
        ),
      );
    await recordPeopleEvent(tx, caller, { kind: "second_factor_disabled", data: { person: { id, name } } });
  });
}
