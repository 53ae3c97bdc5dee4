import type { Person } from "@otklik/shared/people/people";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { Actor } from "../journal/record-event";
import { recordPeopleEvent } from "../journal/record-people-event";
import { endSessions } from "../people/end-sessions";
import { holdPerson } from "../people/hold-person";
import { readPerson } from "../people/list-people";
import { removePasskeysOf, removeTotpOf } from "./remove-factors";

/**
 * Turns a colleague's second factor off for them, who have lost their phone, and removes their passkeys: the phone that
 * made the codes is mostly the one that holds them. Their sessions end; their password stays.
 *
 * @throws RegisterError `not-allowed` for one's own, which asks for a confirmation; `not-found`, also for who is shut
 *   out; `totp-off` when they have neither
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
  const hadTotp = await removeTotpOf(tx, key);
  const passkeys = await removePasskeysOf(tx, key);
  if (!hadTotp && passkeys === 0) throw new RegisterError("totp-off");
  await endSessions(tx, key, null);
  const person = { id: held.id, name: held.name };
  await recordPeopleEvent(
    tx,
    actor,
    hadTotp
      ? { kind: "second_factor_disabled", data: { person, passkeys } }
      : { kind: "passkeys_removed", data: { person, count: passkeys } },
  );
}
