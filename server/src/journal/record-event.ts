import type { Queryable } from "../db/client";
import { events } from "../db/schema";
import type { Caller } from "../deps";

export interface NewEvent {
  /** Such as `device_revoked`: what was done to what. */
  readonly kind: string;
  readonly complaintId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes what was done, by whom. Called in the transaction that does it, so that neither stands without the other. */
export async function recordEvent(
  tx: Queryable,
  actor: Pick<Caller, "orgId" | "personId" | "deviceId">,
  event: NewEvent,
): Promise<void> {
  await tx.insert(events).values({
    orgId: actor.orgId,
    actorId: actor.personId,
    deviceId: actor.deviceId,
    complaintId: event.complaintId ?? null,
    kind: event.kind,
    data: { ...event.data },
  });
}
