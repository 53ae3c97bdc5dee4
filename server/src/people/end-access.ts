import type { PeopleEvent } from "@otklik/shared/people/people-events";
import type { Queryable } from "../db/client";
import type { Actor } from "../journal/record-event";
import { revokeTaskLinksOf } from "../tasks/revoke-task-link";
import { endSessions } from "./end-sessions";
import { spendAccountLinks } from "./issue-account-link";
import { revokeDevicesOf } from "./revoke-all-devices";

/**
 * Ends for good all by which somebody who is shut out could go on: sessions, devices, links. That they are shut out is
 * for the caller to write.
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
  return { kind: "person_shut_out", data: { person, sessions, devices } };
}
