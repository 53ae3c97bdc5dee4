import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const SECRET = "[A-Za-z0-9_-]{43}";
const TOKEN = new RegExp(`^(${UUID})\\.(${SECRET})$`);

/** What a token looks like, as part of a regular expression without groups. */
export const TOKEN_FORM = `${UUID}\\.${SECRET}`;

/** The organisation of what exists before any organisation does: set-up links, pairings that nobody has decided. */
export const INSTALLATION_ID = "00000000-0000-0000-0000-000000000000";

/** 256 random bits in 43 characters that need no escaping. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is stored of a secret: a stolen table opens nothing. Secrets are random, so a plain hash is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** What a device or a browser holds: the organisation, by which tables are distributed, and the secret. */
export function formatToken(orgId: string, secret: string): string {
  return `${orgId}.${secret}`;
}

/** Null when it does not have the form of a token. */
export function parseToken(token: string): { orgId: string; secretHash: Buffer } | null {
  const match = TOKEN.exec(token);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { orgId: match[1], secretHash: hashSecret(match[2]) };
}
