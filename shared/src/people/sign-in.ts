import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { LIMITS } from "../complaint/limits";
import { nameOf, plainText } from "../text/plain-text";
import { newPasswordSchema } from "./account";
import { ACCOUNT_LIMITS } from "./account-limits";

/** Good once each, and shown once: for when the phone is lost. */
export const RECOVERY_CODES = 10;

/** `GET /api/sign-in/methods`: what the sign-in page may offer. */
export const signInMethodsSchema = z.object({
  /** Browsers make none for a server that is reached by an address of numbers. */
  passkeys: z.boolean(),
  /** The organisation's identity provider, by the name that its people know. */
  provider: z.object({ name: z.string() }).nullable(),
  /** The server can mail links; without, an administrator passes them on. */
  mail: z.boolean(),
  /** There is an organisation to sign in to; without, the way in is the set-up link. */
  setUp: z.boolean(),
});
export type SignInMethods = z.infer<typeof signInMethodsSchema>;

/** `POST /api/session` when the password is right and a code is owed as well: answered with 202. */
export const codeOwedSchema = z.object({
  /** Shown with the code; opens nothing by itself. */
  step: z.string(),
  expiresAt: instantSchema,
});
export type CodeOwed = z.infer<typeof codeOwedSchema>;

/** The same when the password is right in several organisations: which of them is meant. */
export const organisationOwedSchema = codeOwedSchema.extend({
  /** By name. */
  organisations: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type OrganisationOwed = z.infer<typeof organisationOwedSchema>;

/** `POST /api/sign-in/organisation`: answered like `POST /api/session`. */
export const signInToOrganisationSchema = z.strictObject({
  step: z.string().max(LIMITS.secretLength),
  organisation: z.uuid(),
});
export type SignInToOrganisation = z.output<typeof signInToOrganisationSchema>;

/** Six digits of an app, or a recovery code; spaces and hyphens do not matter. */
const codeSchema = plainText(ACCOUNT_LIMITS.codeLength, 1);

/** `POST /api/sign-in/code`. */
export const signInByCodeSchema = z.strictObject({
  step: z.string().max(LIMITS.secretLength),
  code: codeSchema,
});
export type SignInByCode = z.output<typeof signInByCodeSchema>;

const encoded = z
  .string()
  .max(LIMITS.credentialLength)
  .regex(/^[A-Za-z0-9_-]*$/);
const credentialId = encoded.min(1).max(LIMITS.credentialIdLength);

/*
 * What browsers answer (`toJSON` of WebAuthn, level 3). They add to it from version to version: what is not read
 * here is left out and refused nowhere.
 */
const credential = { id: credentialId, rawId: credentialId, type: z.literal("public-key") };

/** A passkey's answer to a challenge. */
export const passkeyAnswerSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
});
export type PasskeyAnswer = z.output<typeof passkeyAnswerSchema>;

const newPasskeyAnswerSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z
      .array(z.string().max(ACCOUNT_LIMITS.transportLength))
      .max(ACCOUNT_LIMITS.transports)
      .optional(),
  }),
});

/** Options for the browser's own dialog, made by the server's library and passed on as they are. */
export const passkeyOptionsSchema = z.object({ challenge: z.string() }).loose();

/** `POST /api/sign-in/passkey`. */
export const signInByPasskeySchema = z.strictObject({ answer: passkeyAnswerSchema });

/** `POST /api/sign-in/provider`: where to come back to at the desk; answered with where to go. */
export const startAtProviderSchema = z.strictObject({ next: plainText(LIMITS.urlLength).optional() });
export const startedAtProviderSchema = z.object({ url: z.string() });

/**
 * That it is the person and not whoever found the browser open: the password, or a passkey. Null from who has
 * neither and has just signed in.
 */
export const confirmationSchema = z
  .union([
    z.strictObject({ password: z.string().max(LIMITS.passwordMaxLength) }),
    z.strictObject({ passkey: passkeyAnswerSchema }),
  ])
  .nullable();
export type Confirmation = z.output<typeof confirmationSchema>;

/** `POST /api/account/totp`, `…/totp/removal`, `…/totp/recovery-codes`, `…/passkeys/options`, `…/passkeys/:id/removal`,
 * `…/identities/:id/removal`, and `POST /api/people/:id/identities/:identityId/removal`. */
export const confirmedSchema = z.strictObject({ confirmation: confirmationSchema });

/** `POST /api/account/password`: ends all other sessions. */
export const changePasswordSchema = z.strictObject({
  confirmation: confirmationSchema,
  next: newPasswordSchema,
  /** Whether all that was paired is cut off as well: whoever knew the old password may have paired something. */
  cutOff: z.boolean().default(true),
});
export type ChangePassword = z.output<typeof changePasswordSchema>;

/** A secret that waits for its first code. */
export const totpOfferSchema = z.object({
  /** Base32, to be typed. */
  secret: z.string(),
  /** `otpauth://`, for the QR code. */
  url: z.string(),
});
export type TotpOffer = z.infer<typeof totpOfferSchema>;

/** `POST /api/account/totp/confirmation`. */
export const confirmTotpSchema = z.strictObject({ code: codeSchema });

/** Shown once: only their hashes are kept. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });

/** As a person names a passkey. */
export const passkeyNameSchema = nameOf(ACCOUNT_LIMITS.passkeyNameLength);

/** `POST /api/account/passkeys`. */
export const addPasskeySchema = z.strictObject({ name: passkeyNameSchema, answer: newPasskeyAnswerSchema });
export type AddPasskey = z.output<typeof addPasskeySchema>;

/** `PATCH /api/account/passkeys/:id`. */
export const renamePasskeySchema = z.strictObject({ name: passkeyNameSchema });
