import type { Clip } from "@otklik/shared/complaint/clip";
import { CHANNELS, COMPLAINT_KINDS, COMPLAINT_STATUSES } from "@otklik/shared/complaint/vocabulary";
import type { LegalBasis } from "@otklik/shared/deadline/vocabulary";
import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant, searchVector } from "./columns";
import { people } from "./people";

export const complaintKind = pgEnum("complaint_kind", COMPLAINT_KINDS);

export const complaintStatus = pgEnum("complaint_status", COMPLAINT_STATUSES);

export const channel = pgEnum("channel", CHANNELS);

export const numberCounters = pgTable(
  "number_counters",
  {
    orgId: uuid("org_id").notNull(),
    series: text().$type<"incoming" | "outgoing">().notNull(),
    year: smallint().notNull(),
    lastOrdinal: integer("last_ordinal").notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.series, t.year] })],
);

export const complaints = pgTable(
  "complaints",
  {
    orgId: uuid("org_id").notNull(),
    /** The clip's id, made by the client: registering it again finds this row. */
    id: uuid().notNull(),
    year: smallint().notNull(),
    ordinal: integer().notNull(),
    kind: complaintKind().notNull(),
    status: complaintStatus().notNull().default("registered"),
    channel: channel().notNull(),
    anonymous: boolean().notNull(),
    legalBases: text("legal_bases").array().$type<LegalBasis[]>().notNull().default([]),
    topicId: uuid("topic_id"),
    remedySought: text("remedy_sought"),
    clip: jsonb().$type<Clip>().notNull(),
    permalinkKey: text("permalink_key"),
    /** SHA-256 of the clip as it was sent: the same id with another content is refused. */
    contentHash: bytes("content_hash").notNull(),
    receivedAt: instant("received_at").notNull(),
    registeredAt: instant("registered_at").notNull(),
    registeredBy: uuid("registered_by").notNull(),
    responsibleId: uuid("responsible_id"),
    /** The earliest due date whose event has not come; null when nothing is owed any more. */
    nextDueAt: instant("next_due_at"),
    closedAt: instant("closed_at"),
    /** The later event from which its terms run: it was re-opened, or came once more in another way. */
    restartedAt: instant("restarted_at"),
    /** By which way it came then; null when it was re-opened. */
    restartedChannel: channel("restarted_channel"),
    /** The complaint of the same matter in which this one goes on. */
    mergedInto: uuid("merged_into"),
    /**
     * Words of the text and of who wrote it, a letter and its accent as one whatever the page had; the Russian
     * configuration stems Latin words as English.
     */
    search: searchVector().generatedAlwaysAs(
      (): SQL =>
        sql`to_tsvector('russian', normalize((${complaints.clip} ->> 'narrative') || ' ' || coalesce(${complaints.clip} #>> '{author,name}', '') || ' ' || coalesce(${complaints.clip} #>> '{author,handle}', ''), NFC))`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("complaints_org_id_year_ordinal_unique").on(t.orgId, t.year, t.ordinal),
    foreignKey({ columns: [t.orgId, t.registeredBy], foreignColumns: [people.orgId, people.id] }),
    index("complaints_open_of_person")
      .on(t.orgId, t.responsibleId, t.nextDueAt)
      .where(sql`${t.closedAt} IS NULL`),
    index("complaints_open").on(t.orgId, t.nextDueAt).where(sql`${t.closedAt} IS NULL`),
    index("complaints_search").using("gin", t.orgId, t.search),
    index("complaints_permalink").on(t.orgId, t.permalinkKey).where(sql`${t.permalinkKey} IS NOT NULL`),
    index("complaints_merged").on(t.orgId, t.mergedInto).where(sql`${t.mergedInto} IS NOT NULL`),
  ],
);
