import type { PeopleEvent } from "@otklik/shared/people/people-events";
import type { Queryable } from "../db/client";
import { type Actor, recordEvent } from "./record-event";

/** Writes what concerns a person, in the transaction that does it; on a complaint where it belongs to its history. */
export async function recordPeopleEvent(
  tx: Queryable,
  actor: Actor,
  { kind, data }: PeopleEvent,
  complaintId?: string,
): Promise<void> {
  await recordEvent(tx, actor, { kind, data, ...(complaintId !== undefined && { complaintId }) });
}
