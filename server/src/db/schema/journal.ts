import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

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
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("events_of_complaint").on(t.orgId, t.complaintId, t.id),
  ],
);
