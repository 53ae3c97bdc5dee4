import type { Clip, Region } from "@otklik/shared/complaint/clip";
import { EXTENSION_DECISIONS } from "@otklik/shared/complaint/term-changes";
import {
  CHANNELS,
  COMPLAINT_KINDS,
  COMPLAINT_STATUSES,
  EVIDENCE_KINDS,
  type EvidenceMediaType,
} from "@otklik/shared/complaint/vocabulary";
import type { WorkCalendar } from "@otklik/shared/deadline/calendar/work-calendar";
import type { Regulation, TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { CLOCKS, DUE_CAUSES, type LegalBasis } from "@otklik/shared/deadline/vocabulary";
import type { PairingDecision } from "@otklik/shared/people/account";
import { LOCALES } from "@otklik/shared/people/locale";
import type { Role } from "@otklik/shared/people/roles";
import { type SQL, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

/*
 * Every primary and unique key begins with the organisation's id, so that the tables can be
 * distributed by organisation. What exists before any organisation (set-up links, pairings that
 * nobody has claimed) belongs to the installation, whose id is the nil UUID.
 */

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const complaintKind = pgEnum("complaint_kind", COMPLAINT_KINDS);
export const complaintStatus = pgEnum("complaint_status", COMPLAINT_STATUSES);
export const channel = pgEnum("channel", CHANNELS);
export const clock = pgEnum("clock", CLOCKS);
export const evidenceKind = pgEnum("evidence_kind", EVIDENCE_KINDS);
export const dueCause = pgEnum("due_cause", DUE_CAUSES);
export const extensionDecision = pgEnum("extension_decision", EXTENSION_DECISIONS);
export const locale = pgEnum("locale", LOCALES);

export const organisations = pgTable("organisations", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** IANA name; the local day and the year of a number are taken in it. */
  zone: text().notNull(),
  locale: locale().notNull(),
  /** Goes up whenever a calendar or a regulation is published: what was read of them for it holds. */
  rulesRevision: integer("rules_revision").notNull().default(0),
  /** Goes up whenever a draft of the regulation is saved, and lasts when it is gone: no two drafts have one revision. */
  draftRevision: integer("draft_revision").notNull().default(0),
  /** The calendar by which all open complaints have been recounted last; what it dates the same kept its row. */
  recountedBy: text("recounted_by"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const people = pgTable(
  "people",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text("password_hash").notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("people_org_id_email_unique").on(t.orgId, t.email),
    index("people_email").on(t.email),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    orgId: uuid("org_id").notNull(),
    /** SHA-256 of the secret in the cookie; the secret itself is nowhere. */
    secretHash: bytes("secret_hash").notNull(),
    personId: uuid("person_id").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.secretHash] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);

export const devices = pgTable(
  "devices",
  {
    orgId: uuid("org_id").notNull(),
    id: uuid().notNull(),
    personId: uuid("person_id").notNull(),
    name: text().notNull(),
    /** Recorded when pairing: the only origin that CORS allows for it. */
    origin: text().notNull(),
    secretHash: bytes("secret_hash").notNull(),
    scope: text().array().notNull(),
    pairedAt: instant("paired_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("devices_org_id_secret_hash_unique").on(t.orgId, t.secretHash),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
    index("devices_origin").on(t.origin),
  ],
);

export const pairings = pgTable(
  "pairings",
  {
    /** The installation's id: the device does not know yet whose it will be. */
    orgId: uuid("org_id").notNull(),
    deviceCodeHash: bytes("device_code_hash").notNull(),
    userCode: text("user_code").notNull(),
    codeChallenge: text("code_challenge").notNull(),
    deviceName: text("device_name").notNull(),
    origin: text().notNull(),
    requestedAt: instant("requested_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    polledAt: instant("polled_at"),
    decision: text().$type<PairingDecision>(),
    decidedByOrgId: uuid("decided_by_org_id"),
    decidedBy: uuid("decided_by"),
    issuedAt: instant("issued_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.deviceCodeHash] }),
    unique("pairings_org_id_user_code_unique").on(t.orgId, t.userCode),
  ],
);

export const setupLinks = pgTable(
  "setup_links",
  {
    orgId: uuid("org_id").notNull(),
    secretHash: bytes("secret_hash").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.secretHash] })],
);

export const topics = pgTable(
  "topics",
  {
    orgId: uuid("org_id")
      .notNull()
      .references(() => organisations.id),
    id: uuid().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.id] })],
);

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
    /** Words of the text and of who wrote it; the Russian configuration stems Latin words as English. */
    search: searchVector().generatedAlwaysAs(
      (): SQL =>
        sql`to_tsvector('russian', (${complaints.clip} ->> 'narrative') || ' ' || coalesce(${complaints.clip} #>> '{author,name}', '') || ' ' || coalesce(${complaints.clip} #>> '{author,handle}', ''))`,
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

export const evidence = pgTable(
  "evidence",
  {
    orgId: uuid("org_id").notNull(),
    complaintId: uuid("complaint_id").notNull(),
    position: smallint().notNull(),
    kind: evidenceKind().notNull(),
    sha256: bytes().notNull(),
    mediaType: text("media_type").$type<EvidenceMediaType>().notNull(),
    bytes: integer().notNull(),
    region: jsonb().$type<Region>(),
    masks: jsonb().$type<Region[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.complaintId, t.position] }),
    foreignKey({ columns: [t.orgId, t.complaintId], foreignColumns: [complaints.orgId, complaints.id] }),
    index("evidence_sha256").on(t.orgId, t.sha256),
  ],
);

/** Stored files, once for an organisation however many complaints refer to them. */
export const files = pgTable(
  "files",
  {
    orgId: uuid("org_id").notNull(),
    sha256: bytes().notNull(),
    mediaType: text("media_type").$type<EvidenceMediaType>().notNull(),
    bytes: integer().notNull(),
    storedAt: instant("stored_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.sha256] })],
);

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
