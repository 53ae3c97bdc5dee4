import { EXTENSION_DECISIONS } from "@otklik/shared/complaint/term-changes";
import { CLOCKS, DUE_CAUSES } from "@otklik/shared/deadline/vocabulary";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { complaints } from "./complaints";
import { people } from "./people";

export const clock = pgEnum("clock", CLOCKS);

export const dueCause = pgEnum("due_cause", DUE_CAUSES);

export const extensionDecision = pgEnum("extension_decision", EXTENSION_DECISIONS);

export const dueDates = pgTable(
  "due_dates",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    clock: clock().notNull(),
    /** 1 for the first; a moved date is a new revision, and the old one stays. */
    revision: smallint().notNull(),
    dueAt: instant("due_at").notNull(),
    // A calendar date, not an instant: a time zone must never move a legal due date.
    dueOn: date("due_on", { mode: "string" }).notNull(),
    provisional: boolean().notNull(),
    startAt: instant("start_at").notNull(),
    regulation: text().notNull(),
    regulationVersion: integer("regulation_version").notNull(),
    ruleId: text("rule_id").notNull(),
    // Frozen, so that a corrected calendar never rewrites history.
    calendarVersion: text("calendar_version").notNull(),
    cause: dueCause().notNull().default("registered"),
    madeAt: instant("made_at").notNull().defaultNow(),
    metAt: instant("met_at"),
    supersededAt: instant("superseded_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId, t.clock, t.revision] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
  ],
);

/** Later dates that were asked for; the date itself moves by a new revision when one is approved. */
export const termExtensions = pgTable(
  "term_extensions",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    position: smallint().notNull(),
    clock: clock().notNull(),
    fromDueOn: date("from_due_on", { mode: "string" }).notNull(),
    toDueOn: date("to_due_on", { mode: "string" }).notNull(),
    reason: text().notNull(),
    requestedBy: uuid("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    decision: extensionDecision(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    comment: text(),
    notice: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId, t.position] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    foreignKey({ columns: [t.orgId, t.requestedBy], foreignColumns: [people.orgId, people.id] }),
    foreignKey({ columns: [t.orgId, t.decidedBy], foreignColumns: [people.orgId, people.id] }),
    index("term_extensions_waiting").on(t.orgId, t.complaintId).where(sql`${t.decision} IS NULL`),
  ],
);

/** When the complainant was waited for. */
export const pauses = pgTable(
  "pauses",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    position: smallint().notNull(),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId, t.position] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
  ],
);
