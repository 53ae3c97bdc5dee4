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
  await recordEvents(tx, actor, [event]);
}

/** Writes several at once, in their order. */
export async function recordEvents(
  tx: Queryable,
  actor: Pick<Caller, "orgId" | "personId" | "deviceId">,
  recorded: readonly NewEvent[],
): Promise<void> {
  if (recorded.length === 0) return;
  await tx.insert(events).values(
    recorded.map(({ kind, complaintId, data }) => ({
      orgId: actor.orgId,
      actorId: actor.personId,
      deviceId: actor.deviceId,
      complaintId: complaintId ?? null,
      kind,
      data: { ...data },
    })),
  );
}
