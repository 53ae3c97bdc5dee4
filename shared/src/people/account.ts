import { z } from "zod";
import { instantSchema } from "../complaint/clip";
import { topicSchema } from "../complaint/complaint";
import { LIMITS } from "../complaint/limits";
import { lineOfText, nameOf, plainText } from "../text/plain-text";
import { LOCALES } from "./locale";
import { mailAddressSchema } from "./mail";
import { ROLES } from "./roles";
import { USER_CODE_GROUP_LENGTH, USER_CODE_LETTERS } from "./user-code";

/** Compared after NFKC and lower case, so that one person has one account. */
export const emailSchema = z
  .string()
  .max(LIMITS.emailLength)
  .transform((value) => value.normalize("NFKC").trim().toLowerCase())
  // Left empty it is missing, and in no wrong form.
  .pipe(z.string().min(1))
  .pipe(mailAddressSchema);

/** Counted in Unicode code points; 256 of them are at most 1,024 bytes. */
export const newPasswordSchema = plainText(LIMITS.passwordMaxLength, LIMITS.passwordMinLength);

/** An IANA name. */
export const zoneSchema = z.string().max(LIMITS.zoneLength).refine(isZone, { error: "unknown-zone" });

/** The secret part of the one-time link. */
const setupTokenSchema = z.string().max(LIMITS.secretLength);

/** `POST /api/setup`: the first admin and the organisation, through the one-time link. */
export const setupSchema = z.strictObject({
  token: setupTokenSchema,
  organisationName: nameOf(LIMITS.nameLength),
  zone: zoneSchema,
  locale: z.enum(LOCALES),
  name: nameOf(LIMITS.nameLength),
  email: emailSchema,
  password: newPasswordSchema,
});

export type SetUp = z.output<typeof setupSchema>;

/** `POST /api/setup/lookup`: whether the link may be used. Asking changes nothing. */
export const findSetupLinkSchema = z.strictObject({ token: setupTokenSchema });
/** It may be used until then. */
export const setupStateSchema = z.object({ expiresAt: instantSchema });
export type SetupState = z.infer<typeof setupStateSchema>;

/** `POST /api/session`. Any length of password is read, so that a wrong one costs the same. */
export const signInSchema = z.strictObject({
  email: z.string().max(LIMITS.emailLength),
  password: z.string().max(LIMITS.passwordMaxLength),
});

export type SignIn = z.infer<typeof signInSchema>;

/** `GET /api/session`: who is signed in and for which organisation. */
export const sessionSchema = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string(), roles: z.array(z.enum(ROLES)) }),
  organisation: z.object({
    id: z.uuid(),
    name: z.string(),
    zone: z.string(),
    locale: z.enum(LOCALES),
    topics: z.array(topicSchema),
  }),
  permissions: z.array(z.string()),
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /api/pairings`: a device asks to act for a person (RFC 8628 with PKCE, RFC 7636). */
export const startPairingSchema = z.strictObject({
  deviceName: lineOfText(LIMITS.deviceNameLength),
  /** Base64url of SHA-256 of the verifier. */
  codeChallenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

export type StartPairing = z.infer<typeof startPairingSchema>;

export const pairingStartedSchema = z.object({
  deviceCode: z.string(),
  /** Shown on both sides, such as `BCDF-GHJK`. */
  userCode: z.string(),
  verificationUrl: z.string(),
  expiresAt: instantSchema,
  intervalSeconds: z.int(),
});
export type PairingStarted = z.infer<typeof pairingStartedSchema>;

const USER_CODE_GROUP = `[${USER_CODE_LETTERS}]{${USER_CODE_GROUP_LENGTH}}`;
export const userCodeSchema = z.string().regex(new RegExp(`^${USER_CODE_GROUP}-${USER_CODE_GROUP}$`));

/** `POST /api/pairings/:userCode/claim`, for the person who approves. */
export const pairingRequestSchema = z.object({
  userCode: userCodeSchema,
  deviceName: z.string(),
  origin: z.string(),
  requestedAt: instantSchema,
  expiresAt: instantSchema,
  status: z.enum(["waiting", "approved", "refused"]),
});
export type PairingRequest = z.infer<typeof pairingRequestSchema>;

const PAIRING_DECISIONS = ["approve", "refuse"] as const;
export type PairingDecision = (typeof PAIRING_DECISIONS)[number];

/** `POST /api/pairings/:userCode/decision`. */
export const decidePairingSchema = z.strictObject({ decision: z.enum(PAIRING_DECISIONS) });

/** `POST /api/pairings/token`: polled by the device. */
export const pairingTokenRequestSchema = z.strictObject({
  deviceCode: z.string().max(LIMITS.secretLength),
  codeVerifier: z.string().regex(/^[A-Za-z0-9_-]{43,128}$/),
});

export type PairingTokenRequest = z.infer<typeof pairingTokenRequestSchema>;

export const pairingTokenSchema = z.object({ token: z.string(), deviceId: z.uuid() });
export type PairingToken = z.infer<typeof pairingTokenSchema>;

/** A paired extension, as its person sees it. */
export const deviceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  origin: z.string(),
  pairedAt: instantSchema,
  /** To the hour. */
  lastUsedAt: instantSchema.nullable(),
  /** Network address of that use. */
  lastAddress: z.string().nullable(),
});
export type Device = z.infer<typeof deviceSchema>;
/** `GET /api/devices`: the caller's own, newest first. */
export const devicesSchema = z.object({ devices: z.array(deviceSchema) });

function isZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return value.length > 0;
  } catch {
    return false;
  }
}
