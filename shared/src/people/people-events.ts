import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { complaintLinkSchema } from "../complaint/term-changes";
import { TASKS } from "../complaint/vocabulary";
import { personRefSchema } from "./person-ref";
import { ROLES } from "./roles";

export const ACCOUNT_LINK_PURPOSES = ["invitation", "password_reset"] as const;
export type AccountLinkPurpose = (typeof ACCOUNT_LINK_PURPOSES)[number];

/** Whom it concerns, by the name of that moment. Who did it is told by the log's line itself. */
const person = personRefSchema;
const roles = z.array(z.enum(ROLES));

const onTaskLink = {
  complaint: complaintLinkSchema,
  task: z.enum(TASKS),
  /** In whose name the link lets it be done. */
  person,
};

const event = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.object({ kind: z.literal(kind), data: z.object(data) });

/** An event of people, their accounts and what acts for them: a line of the log can be said from it alone. */
export const peopleEventSchema = z.discriminatedUnion("kind", [
  /** In its own log, and in the installation's with its id when that made it. */
  event("organisation_created", {
    id: z.uuid().optional(),
    name: z.string(),
    zone: z.string(),
    locale: z.string(),
  }),
  /** On the server's own machine, which no one has to sign in to. */
  event("admin_created", { person }),

  event("person_invited", { person, email: z.string(), roles }),
  /** Has used the invitation. */
  event("person_joined", { person, roles }),
  event("person_renamed", { person, before: z.string() }),
  event("roles_changed", { person, before: roles, after: roles }),
  /** With what was ended by it. */
  event("person_shut_out", {
    person,
    sessions: z.int(),
    devices: z.int(),
    passkeys: z.int().optional(),
    secondFactor: z.boolean().optional(),
  }),
  event("person_let_in", { person }),
  /** Nobody did it when the person asked for it without being signed in. */
  event("account_link_issued", {
    person,
    purpose: z.enum(ACCOUNT_LINK_PURPOSES),
    expiresAt: instantSchema,
  }),

  /** With what was ended by it. */
  event("password_changed", { person, sessions: z.int(), devices: z.int().optional() }),
  /** Through a link, with what was ended by it. */
  event("password_reset", {
    person,
    sessions: z.int(),
    devices: z.int().optional(),
    passkeys: z.int().optional(),
  }),
  event("second_factor_enabled", { person }),
  /** `passkeys` were removed with it, when it was lost. */
  event("second_factor_disabled", { person, passkeys: z.int().optional() }),
  event("recovery_codes_renewed", { person }),
  event("recovery_code_used", { person, left: z.int() }),
  event("passkey_added", { person, name: z.string() }),
  event("passkey_removed", { person, name: z.string() }),
  /** All of them, for a person who has lost them. */
  event("passkeys_removed", { person, count: z.int() }),
  /** Signs in through the organisation's provider from now on as well. */
  event("identity_linked", { person, issuer: z.string() }),
  /** Is not known to that provider any more; `sessions` were ended by it. */
  event("identity_removed", { person, issuer: z.string(), sessions: z.int() }),

  /** One browser was signed out from another; `userAgent` as it named itself. */
  event("session_revoked", { person, userAgent: z.string().nullable() }),
  event("sessions_revoked", { person, count: z.int() }),
  event("pairing_approved", { deviceName: z.string(), origin: z.string() }),
  event("pairing_refused", { deviceName: z.string(), origin: z.string() }),
  event("device_paired", { person, name: z.string(), origin: z.string() }),
  event("device_revoked", { person, name: z.string() }),
  event("devices_revoked", { person, count: z.int() }),

  event("subject_named", { complaint: complaintLinkSchema, person }),
  event("subject_removed", { complaint: complaintLinkSchema, person }),
  event("task_link_issued", { ...onTaskLink, expiresAt: instantSchema }),
  /** `issuedBy`: who had made the link. */
  event("task_link_used", { ...onTaskLink, issuedBy: person.optional() }),
  event("task_link_revoked", onTaskLink),
]);
export type PeopleEvent = z.infer<typeof peopleEventSchema>;

/** A line of the log as an event of people; null when it is of another kind. */
export function toPeopleEvent({ kind, data }: { kind: string; data: unknown }): PeopleEvent | null {
  const parsed = peopleEventSchema.safeParse({ kind, data });
  return parsed.success ? parsed.data : null;
}
