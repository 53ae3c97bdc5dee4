import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Regulation, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import {
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { organisations, people } from "./people";

/** Calendars that the organisation has published; before the first one it goes by the built-in one. */
export const calendars = pgTable(
  "calendars",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    version: text().notNull(),
    /** 1 for the first: the highest is in force. */
    position: integer().notNull(),
    content: jsonb().$type<WorkCalendar>().notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by").notNull(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.version] }),
    unique("calendars_org_id_position_unique").on(t.orgId, t.position),
    foreignKey({ columns: [t.orgId, t.publishedBy], foreignColumns: [people.orgId, people.id] }),
  ],
);

/** Regulations that the organisation has published; before the first one it goes by the built-in one. */
export const regulations = pgTable(
  "regulations",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    version: integer().notNull(),
    content: jsonb().$type<Regulation>().notNull(),
    /** Complaints registered from this local day on go by it. */
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by").notNull(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.name, t.version] }),
    foreignKey({ columns: [t.orgId, t.publishedBy], foreignColumns: [people.orgId, people.id] }),
  ],
);

/** The regulation that is being written: one for the organisation. */
export const regulationDrafts = pgTable(
  "regulation_drafts",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    timeLimits: jsonb("time_limits").$type<TimeLimit[]>().notNull(),
    revision: integer().notNull(),
    savedAt: instant("saved_at").notNull(),
    savedBy: uuid("saved_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId] }),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [people.orgId, people.id] }),
  ],
);
