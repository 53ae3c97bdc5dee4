import type { LogEntry } from "@otklik/shared/people/people";
import { and, desc, eq, lt } from "drizzle-orm";
import { devices, events, people } from "../db/schema";
import { IN_LOG } from "../db/schema/journal";
import type { Caller, Deps } from "../deps";
import { nameThen } from "./name-then";

/**
 * What was done in the organisation, the newest first, by whom under the name of then. What was done on a complaint stands in that complaint's own
 * history, except who got a say on it; who signed in when is each person's own.
 *
 * @param page `before`: only what is older than this line
 */
export async function listLog(
  deps: Deps,
  { orgId }: Caller,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<{ entries: LogEntry[]; more: boolean }> {
  const rows = await deps.tenants.read(orgId, (tx) =>
    tx
      .select({
        id: events.id,
        at: events.at,
        kind: events.kind,
        data: events.data,
        actorId: people.id,
        actor: nameThen(),
        device: devices.name,
      })
      .from(events)
      .leftJoin(people, and(eq(people.orgId, events.orgId), eq(people.id, events.actorId)))
      .leftJoin(devices, and(eq(devices.orgId, events.orgId), eq(devices.id, events.deviceId)))
      .where(
        and(
          eq(events.orgId, orgId),
          IN_LOG,
          page.before === undefined ? undefined : lt(events.id, page.before),
        ),
      )
      .orderBy(desc(events.id))
      .limit(page.limit + 1),
  );
  const entries = rows.slice(0, page.limit).map(({ actorId, actor, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actor: actorId === null || actor === null ? null : { id: actorId, name: actor },
  }));
  return { entries, more: rows.length > page.limit };
}
