import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What the organisation's log shows: neither what stands in a complaint's own history, except who got a say on it,
 * nor what happens every day. Written out, so that PostgreSQL sees that the index by the same words serves a query.
 */
function isOfLog(t: { complaintId: AnyPgColumn; kind: AnyPgColumn }): SQL {
  return sql`(${t.complaintId} IS NULL AND ${t.kind} NOT IN ('session_started', 'session_ended',
    'device_key_recorded', 'regulation_draft_saved', 'regulation_draft_discarded')
    OR ${t.kind} IN ('subject_named', 'subject_removed', 'task_link_issued', 'task_link_used', 'task_link_revoked'))`;
}

/** What was done, by whom. Rows are added, never changed: the app's role may only insert and read. */
export const events = pgTable(
  "events",
  {
    orgId: uuid("org_id").notNull(),
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    complaintId: uuid("complaint_id"),
    at: instant("at").notNull().defaultNow(),
    actorId: uuid("actor_id"),
    deviceId: uuid("device_id"),
    kind: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Whose name changed. A column, since row security lets no index be searched by what stands within `data`. */
    renamedPerson: uuid("renamed_person").generatedAlwaysAs(
      sql`CASE WHEN kind = 'person_renamed' THEN (data -> 'person' ->> 'id')::uuid END`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("events_of_complaint").on(t.orgId, t.complaintId, t.id),
    /** By them a name of today is led back to the name that something was done under. */
    index("events_of_renamed").on(t.orgId, t.renamedPerson, t.id).where(sql`${t.renamedPerson} IS NOT NULL`),
    index("events_of_log").on(t.orgId, t.id).where(isOfLog(t)),
  ],
);

export const IN_LOG: SQL = isOfLog(events);
