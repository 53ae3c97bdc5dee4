import { sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { events } from "../db/schema";

export interface NewEvent {
  /** Such as `device_revoked`: what was done to what. */
  readonly kind: string;
  readonly complaintId?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Who did it. Nobody of the organisation: a link, whoever looks after the installation, or somebody not signed in. */
export interface Actor {
  readonly orgId: string;
  readonly personId: string | null;
  readonly deviceId: string | null;
}

/** Writes what was done, by whom. Called in the transaction that does it, so that neither stands without the other. */
export async function recordEvent(tx: Queryable, actor: Actor, event: NewEvent): Promise<void> {
  await tx.insert(events).values({
    orgId: actor.orgId,
    actorId: actor.personId,
    deviceId: actor.deviceId,
    complaintId: event.complaintId ?? null,
    kind: event.kind,
    data: { ...event.data },
  });
}

/** Writes many at once, in their order: as one value, for a statement is slow with thousands of parameters. */
export async function recordEvents(
  tx: Queryable,
  actor: Actor,
  recorded: readonly NewEvent[],
): Promise<void> {
  if (recorded.length === 0) return;
  const rows = JSON.stringify(
    recorded.map(({ kind, complaintId = null, data = {} }) => ({ complaint_id: complaintId, kind, data })),
  );
  await tx.execute(sql`
    INSERT INTO events (org_id, actor_id, device_id, complaint_id, kind, data)
    SELECT ${actor.orgId}::uuid, ${actor.personId}::uuid, ${actor.deviceId}::uuid, e.complaint_id, e.kind, e.data
    FROM ROWS FROM (
      jsonb_to_recordset(${rows}::text::jsonb) AS (complaint_id uuid, kind text, data jsonb)
    ) WITH ORDINALITY AS e(complaint_id, kind, data, n)
    ORDER BY e.n`);
}
