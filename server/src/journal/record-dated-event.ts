import type { DatedEvent } from "@otklik/shared/complaint/event-data";
import type { Queryable } from "../db/client";
import type { Caller } from "../deps";
import { recordEvent } from "./record-event";

/** Writes on a complaint what moved its dates, in the transaction that moves them. */
export async function recordDatedEvent(
  tx: Queryable,
  actor: Pick<Caller, "orgId" | "personId" | "deviceId">,
  complaintId: string,
  { kind, data }: DatedEvent,
): Promise<void> {
  await recordEvent(tx, actor, { kind, complaintId, data });
}
