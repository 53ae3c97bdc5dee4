import type { SIGN_IN_METHODS } from "@otklik/shared/people/people";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { people } from "./people";

/** Links by which a person makes or renews a password: each opens once. */
export const accountLinks = pgTable(
  "account_links",
  {
    orgId: uuid("org_id").notNull(),
    /** SHA-256 of the secret in the link; the secret itself is nowhere. */
    secretHash: bytes("secret_hash").notNull(),
    purpose: text().$type<AccountLinkPurpose>().notNull(),
    personId: uuid("person_id").notNull(),
    /** Null when the person asked for it. */
    issuedBy: uuid("issued_by"),
    issuedAt: instant("issued_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    /** Used, or replaced by a newer one. */
    spentAt: instant("spent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.secretHash] }),
    index("account_links_of_person").on(t.orgId, t.personId),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);

/** The second factor by RFC 6238. */
export const totpSecrets = pgTable(
  "totp_secrets",
  {
    orgId: uuid("org_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** Sealed by the server's key in DATA_DIR (AES-256-GCM): a stolen table makes no codes. */
    sealedSecret: bytes("sealed_secret").notNull(),
    /** Null until a first code has shown that the person's app has it. */
    confirmedAt: instant("confirmed_at"),
    /** Of the last code taken: no code is taken twice. While the first is waited for, of the moment of the offer. */
    lastStep: bigint("last_step", { mode: "number" }),
    /** SHA-256 in hex of those recovery codes that are still good. */
    recoveryHashes: text("recovery_hashes").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.personId] }),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);

/** WebAuthn credentials. */
export const passkeys = pgTable(
  "passkeys",
  {
    orgId: uuid("org_id").notNull(),
    /** Base64url, as the browser names it. */
    credentialId: text("credential_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id").notNull(),
    name: text().notNull(),
    publicKey: bytes("public_key").notNull(),
    signCount: bigint("sign_count", { mode: "number" }).notNull(),
    transports: text().array().notNull(),
    addedAt: instant("added_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.credentialId] }),
    unique("passkeys_org_id_id_unique").on(t.orgId, t.id),
    index("passkeys_of_person").on(t.orgId, t.personId),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);

/**
 * What a sign-in that takes two steps must remember between them: a passkey's challenge, the identity
 * provider's state, a password that waits for its code or for the choice of an organisation. Of the installation until it is known whose it is.
 */
export const signInSteps = pgTable(
  "sign_in_steps",
  {
    orgId: uuid("org_id").notNull(),
    secretHash: bytes("secret_hash").notNull(),
    kind: text()
      .$type<"organisation" | "passkey" | "passkey_added" | "provider" | "second_factor">()
      .notNull(),
    /** State, nonce and verifier, or whose password it was in which organisations; as JSON text. */
    data: text().notNull(),
    personId: uuid("person_id"),
    expiresAt: instant("expires_at").notNull(),
    attempts: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.secretHash] }), index("sign_in_steps_expiry").on(t.expiresAt)],
);

/** Who a person is at the organisation's identity provider. */
export const identities = pgTable(
  "identities",
  {
    orgId: uuid("org_id").notNull(),
    issuer: text().notNull(),
    subject: text().notNull(),
    /** By which it is listed and removed. */
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id").notNull(),
    linkedAt: instant("linked_at").notNull().defaultNow(),
    /** Null for one that has not been used since this is noted. */
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.issuer, t.subject] }),
    unique("identities_org_id_id_unique").on(t.orgId, t.id),
    index("identities_of_person").on(t.orgId, t.personId),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);

/** Each attempt to sign in as a person who exists; of an unknown address nothing is kept. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    orgId: uuid("org_id").notNull(),
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity(),
    personId: uuid("person_id").notNull(),
    at: instant("at").notNull().defaultNow(),
    method: text().$type<(typeof SIGN_IN_METHODS)[number]>().notNull(),
    succeeded: boolean().notNull(),
    address: text().notNull(),
    userAgent: text("user_agent"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    index("sign_in_attempts_of_person").on(t.orgId, t.personId, t.id),
    foreignKey({ columns: [t.orgId, t.personId], foreignColumns: [people.orgId, people.id] }),
  ],
);
