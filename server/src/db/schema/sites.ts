import type { SiteCorrections } from "@otklik/shared/capture/site-corrections";
import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { organisations, people } from "./people";

/** How often an adapter found a post and its fields on one day, by all extensions of the organisation. */
export const adapterCounts = pgTable(
  "adapter_counts",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    adapter: text().notNull(),
    /** In UTC. */
    day: date({ mode: "string" }).notNull(),
    part: text().$type<"post" | ClipField>().notNull(),
    found: integer().notNull(),
    missed: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.day, t.adapter, t.part] })],
);

/** Reports that have been counted: sent again, they count no more. Kept for as long as they may come again. */
export const healthReports = pgTable(
  "health_reports",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("health_reports_received").on(t.orgId, t.receivedAt),
  ],
);

/** Selectors that were put right; the highest revision is in force. */
export const siteCorrections = pgTable(
  "site_corrections",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    revision: integer().notNull(),
    sites: jsonb().$type<SiteCorrections["sites"]>().notNull(),
    savedAt: instant("saved_at").notNull(),
    savedBy: uuid("saved_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.revision] }),
    foreignKey({ columns: [t.orgId, t.savedBy], foreignColumns: [people.orgId, people.id] }),
  ],
);
