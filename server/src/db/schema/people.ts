import type { PairingDecision } from "@otklik/shared/people/account";
import { LOCALES } from "@otklik/shared/people/locale";
import type { Role } from "@otklik/shared/people/roles";
import {
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";

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
    /** Null until an invitation is accepted, and for those who only come through the identity provider or a passkey. */
    passwordHash: text("password_hash"),
    roles: text().array().$type<Role[]>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** Since then the person's sessions, devices and links open nothing. What they did stays theirs. */
    disabledAt: instant("disabled_at"),
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
    /** By which the session is listed and ended; never the secret. */
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    /** As the browser names itself, shortened. */
    userAgent: text("user_agent"),
    /** To the hour. */
    lastUsedAt: instant("last_used_at"),
    /** Network address of the last use. */
    lastAddress: text("last_address"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.secretHash] }),
    unique("sessions_org_id_id_unique").on(t.orgId, t.id),
    index("sessions_of_person").on(t.orgId, t.personId),
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
    /** Network address of the last use that was noted. */
    lastAddress: text("last_address"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("devices_org_id_secret_hash_unique").on(t.orgId, t.secretHash),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
    index("devices_origin").on(t.origin),
    index("devices_of_person").on(t.orgId, t.personId),
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
    /** How often it was asked too early: each makes the pause between two questions longer. */
    slowDowns: integer("slow_downs").notNull().default(0),
    /** Wrong verifiers. */
    misses: integer().notNull().default(0),
    /** Too many wrong tries: it opens nothing any more. */
    burnedAt: instant("burned_at"),
    /** The session that has opened the code and alone may decide it; of any organisation. */
    claimedBySession: uuid("claimed_by_session"),
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
