import type { TaskKind } from "@otklik/shared/complaint/vocabulary";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { complaints } from "./complaints";
import { people } from "./people";

/** Links that let whoever holds one do one thing on one complaint, once. */
export const taskLinks = pgTable(
  "task_links",
  {
    orgId: uuid("org_id").notNull(),
    secretHash: bytes("secret_hash").notNull(),
    id: uuid().notNull().defaultRandom(),
    task: text().$type<TaskKind>().notNull(),
    complaintId: uuid("complaint_id").notNull(),
    /** Of the extension. */
    position: integer().notNull(),
    /** In whose name it is done. */
    personId: uuid("person_id").notNull(),
    issuedBy: uuid("issued_by").notNull(),
    issuedAt: instant("issued_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.secretHash] }),
    index("task_links_of_complaint").on(t.orgId, t.complaintId),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);

/** Colleagues whom a complaint is about: they decide nothing on it. */
export const complaintSubjects = pgTable(
  "complaint_subjects",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    personId: uuid("person_id").notNull(),
    namedBy: uuid("named_by").notNull(),
    namedAt: instant("named_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId, t.personId] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);
