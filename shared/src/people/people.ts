import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { LIMITS } from "../complaint/limits";
import { nameOf } from "../text/plain-text";
import { emailSchema, newPasswordSchema } from "./account";
import { ACCOUNT_LIMITS } from "./account-limits";
import { ACCOUNT_LINK_PURPOSES } from "./people-events";
import { ORGANISATION_ROLES } from "./roles";

/** At least one; the same one twice is one. */
const rolesSchema = z
  .array(z.enum(ORGANISATION_ROLES))
  .min(1)
  .max(ORGANISATION_ROLES.length)
  .transform((roles) => [...new Set(roles)]);

export const PERSON_STATES = ["invited", "active", "disabled"] as const;

/** A person as those see them who may read people. */
export const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ORGANISATION_ROLES)),
  state: z.enum(PERSON_STATES),
  createdAt: instantSchema,
  /** The last time that the person signed in or a device of theirs asked, to the hour. */
  lastSeenAt: instantSchema.nullable(),
  hasTotp: z.boolean(),
  passkeys: z.int(),
  /** By how many names the person is known at the organisation's identity provider, or at one from before. */
  identities: z.int(),
  devices: z.int(),
});
export type Person = z.infer<typeof personSchema>;

/** `GET /api/people`: by name. */
export const peopleSchema = z.object({ people: z.array(personSchema) });

/** `POST /api/people`: invites; answered by `invitedSchema`. */
export const inviteSchema = z.strictObject({
  name: nameOf(LIMITS.nameLength),
  email: emailSchema,
  roles: rolesSchema,
});
export type Invite = z.output<typeof inviteSchema>;

/** A link that is shown once: it is not stored. `mailed` says whether it went out by mail as well. */
export const issuedLinkSchema = z.object({ url: z.string(), expiresAt: instantSchema, mailed: z.boolean() });
export type IssuedLink = z.infer<typeof issuedLinkSchema>;
export const invitedSchema = z.object({ person: personSchema, link: issuedLinkSchema });

/** `PATCH /api/people/:id`: only what is named changes. */
export const changePersonSchema = z.strictObject({
  name: nameOf(LIMITS.nameLength).optional(),
  roles: rolesSchema.optional(),
  /** Those on the screen of whoever chose `roles`: refused with `person-changed` when they are not those stored. */
  rolesBefore: rolesSchema.optional(),
  disabled: z.boolean().optional(),
});
export type ChangePerson = z.output<typeof changePersonSchema>;

const accountTokenSchema = z.string().max(LIMITS.secretLength);

/** `POST /api/account-links/lookup`: whom a link is for. Asking changes nothing. */
export const findAccountLinkSchema = z.strictObject({ token: accountTokenSchema });

/** Never says whether a wrong one ever was one. */
export const accountLinkSchema = z.object({
  purpose: z.enum(ACCOUNT_LINK_PURPOSES),
  organisation: z.string(),
  name: z.string(),
  email: z.string(),
  expiresAt: instantSchema,
  /** How many open nothing any more once the link is used. */
  passkeys: z.int(),
});
export type AccountLink = z.infer<typeof accountLinkSchema>;

/** `POST /api/account-links`: uses it up, sets the password and signs in. */
export const useAccountLinkSchema = z.strictObject({
  token: accountTokenSchema,
  password: newPasswordSchema,
});

/** `POST /api/password-resets`: the answer is the same for every address. */
export const requestResetSchema = z.strictObject({ email: emailSchema });

/** A browser in which the person is signed in. */
export const signedInSchema = z.object({
  id: z.uuid(),
  userAgent: z.string().nullable(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
  lastAddress: z.string().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});

export const SIGN_IN_METHODS = [
  "password",
  "second_factor",
  "recovery_code",
  "passkey",
  "provider",
  "link",
  /** The right password of who was shut out: never signs in. */
  "shut_out",
] as const;

/** One line of the sign-in history. */
export const signInAttemptSchema = z.object({
  at: instantSchema,
  method: z.enum(SIGN_IN_METHODS),
  succeeded: z.boolean(),
  address: z.string(),
  userAgent: z.string().nullable(),
});

export const passkeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  addedAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});

/** By what a person is known at an identity provider, and so signs in through it. */
export const identitySchema = z.object({
  id: z.uuid(),
  /** The provider by the name that its people know; null when it does not speak for the organisation any more. */
  provider: z.string().nullable(),
  /** The provider's address, as it names itself. */
  issuer: z.string(),
  linkedAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type Identity = z.infer<typeof identitySchema>;
/** `GET /api/people/:id/identities`: the oldest first. */
export const identitiesSchema = z.object({ identities: z.array(identitySchema) });

/** `GET /api/account`: all that a person manages of themselves. */
export const accountSchema = z.object({
  name: z.string(),
  email: z.string(),
  hasPassword: z.boolean(),
  /** Null: no second factor. */
  totp: z.object({ confirmedAt: instantSchema, recoveryCodesLeft: z.int() }).nullable(),
  passkeys: z.array(passkeySchema),
  identities: z.array(identitySchema),
  sessions: z.array(signedInSchema),
  /** The newest first, at most `ACCOUNT_LIMITS.historyLines`. */
  history: z.array(signInAttemptSchema),
  /** An identity provider is configured that speaks for the organisation. */
  provider: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

/** `PATCH /api/account`. */
export const changeAccountSchema = z.strictObject({ name: nameOf(LIMITS.nameLength) });

/** `GET /api/log`: what was done in the organisation, the newest first; `before` is the id of the last line seen. */
export const logQuerySchema = z.strictObject({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(ACCOUNT_LIMITS.logPage).default(ACCOUNT_LIMITS.logPageUsual),
});
export const logEntrySchema = z.object({
  id: z.int(),
  at: instantSchema,
  kind: z.string(),
  actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  device: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
export const logSchema = z.object({ entries: z.array(logEntrySchema), more: z.boolean() });
