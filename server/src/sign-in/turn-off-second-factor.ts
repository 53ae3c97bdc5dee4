import type { Person } from "@otklik/shared/people/people";
import { and, eq, isNotNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { totpSecrets } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Actor } from "../journal/record-event";
import { recordPeopleEvent } from "../journal/record-people-event";
import { endSessions } from "../people/end-sessions";
import { holdPerson } from "../people/hold-person";
import { readPerson } from "../people/list-people";

/**
 * Turns a colleague's second factor off for them, who have lost both their phone and the recovery codes, and ends
 * their sessions. Their password stays.
 *
 * @throws RegisterError `not-allowed` for one's own, which asks for a confirmation; `not-found`, also for who is shut
 *   out; `totp-off`
 */
export async function turnOffSecondFactor(deps: Deps, caller: Caller, personId: string): Promise<Person> {
  const { orgId } = caller;
  if (personId === caller.personId) throw new RegisterError("not-allowed");
  return deps.tenants.within(orgId, async (tx) => {
    await dropSecondFactor(tx, caller, { orgId, personId });
    return readPerson(tx, orgId, personId);
  });
}

/**
 * The same within a transaction, whoever does it.
 *
 * @throws RegisterError `not-found`, `totp-off`
 */
export async function dropSecondFactor(tx: Queryable, actor: Actor, key: PersonKey): Promise<void> {
  const held = await holdPerson(tx, key, "update");
  if (held === null) throw new RegisterError("not-found");
  const dropped = await tx
    .delete(totpSecrets)
    .where(
      and(
        eq(totpSecrets.orgId, key.orgId),
        eq(totpSecrets.personId, key.personId),
        isNotNull(totpSecrets.confirmedAt),
      ),
    )
    .returning({ personId: totpSecrets.personId });
  if (dropped.length === 0) throw new RegisterError("totp-off");
  await endSessions(tx, key, null);
  const person = { id: held.id, name: held.name };
  await recordPeopleEvent(tx, actor, { kind: "second_factor_disabled", data: { person } });
}
