import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
const SIX_DIGITS = /^\d{6}$/;

/** The clocks of server and phone may be apart by so many steps either way. */
const STEPS_APART = 1;

/** 160 random bits, as RFC 4226 recommends. */
export function newTotpSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/** What a person gives to their app. @param email names the account in it */
export function totpOffer(secret: Uint8Array, email: string): { secret: string; url: string } {
  const totp = totpOf(secret, email);
  return { secret: totp.secret.base32, url: totp.toString() };
}

/** The step of time that an instant lies in, by RFC 6238. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / (PERIOD_SECONDS * 1000));
}

/** How many whole steps fit in so many minutes. */
export function stepsIn(minutes: number): number {
  return (minutes * 60) / PERIOD_SECONDS;
}

/**
 * The step of time that a code stands for, by RFC 6238; null when it is not one of the present, the step before or
 * the step after.
 *
 * @param code with spaces and hyphens taken out
 */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | null {
  if (!SIX_DIGITS.test(code)) return null;
  const totp = totpOf(secret, "");
  const timestamp = now.getTime();
  const apart = totp.validate({ token: code, timestamp, window: STEPS_APART });
  return apart === null ? null : totp.counter({ timestamp }) + apart;
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  const buffer = Uint8Array.from(secret).buffer;
  return new TOTP({ issuer: "Otklik", label, period: PERIOD_SECONDS, secret: new Secret({ buffer }) });
}
