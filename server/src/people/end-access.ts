import type { PeopleEvent } from "@otklik/shared/people/people-events";
import type { Queryable } from "../db/client";
import type { Actor } from "../journal/record-event";
import { removePasskeysOf, removeTotpOf } from "../sign-in/remove-factors";
import { revokeTaskLinksOf } from "../tasks/revoke-task-link";
import { endSessions } from "./end-sessions";
import { spendAccountLinks } from "./issue-account-link";
import { revokeDevicesOf } from "./revoke-all-devices";

/**
 * Ends for good all by which somebody who is shut out could go on, now or once they are let in again: sessions, devices,
 * links, passkeys and the second factor, any of which may be in another's hands. Only the password is kept, which opens
 * nothing, so that whoever still knows it is told that they are shut out. That they are is for the caller to write.
 *
 * @param tx of the organisations that `withPairings` names
 * @returns what is to be written down of it
 */
export async function endAccess(
  tx: Queryable,
  actor: Actor,
  person: { readonly id: string; readonly name: string },
  now: Date,
): Promise<PeopleEvent> {
  const key = { orgId: actor.orgId, personId: person.id };
  const sessions = await endSessions(tx, key, null);
  await spendAccountLinks(tx, key, now);
  await revokeTaskLinksOf(tx, actor, person, now);
  const devices = await revokeDevicesOf(tx, key, now);
  const passkeys = await removePasskeysOf(tx, key);
  const secondFactor = await removeTotpOf(tx, key);
  return { kind: "person_shut_out", data: { person, sessions, devices, passkeys, secondFactor } };
}
