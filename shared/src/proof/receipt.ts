import { z } from "zod";
import { lineOfText } from "../text/plain-text";
import { toBase64url } from "./base64url";
import { proofSchema } from "./proof-schema";
import type { Subtle } from "./subtle";

const REGISTER_NUMBER_LENGTH = 30;
const KEY_ID_LENGTH = 16;

/** What the register says of a signed clip: under which number it has had it, and since when. */
export const receiptSchema = z.strictObject({
  version: z.literal(1),
  complaintId: z.uuid(),
  incomingNumber: lineOfText(REGISTER_NUMBER_LENGTH),
  /** The complaint's id for the clip that it was registered with; that of an added clip is its own. */
  clipId: z.uuid(),
  /** SHA-256 of the manifest's canonical JSON, in lower-case hexadecimal. */
  manifestSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** By the register's clock. */
  registeredAt: z.iso.datetime(),
  /** The beginning of the server key's own SHA-256, base64url. */
  keyId: z.string().regex(/^[\w-]{16}$/),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt with its signature: Ed25519 over its canonical JSON, by a key of the server. */
export const signedReceiptSchema = z.strictObject({
  receipt: receiptSchema,
  /** 32 bytes, base64url without padding. */
  publicKey: z.string().regex(/^[\w-]{43}$/),
  /** 64 bytes, base64url without padding. */
  signature: proofSchema.shape.signature,
});
export type SignedReceipt = z.infer<typeof signedReceiptSchema>;

/**
 * The short name of a server's key, by which people compare keys.
 *
 * @param publicKey its 32 bytes
 */
export async function keyIdOf<Key>(
  publicKey: Uint8Array<ArrayBuffer>,
  subtle: Pick<Subtle<Key>, "digest">,
): Promise<string> {
  return toBase64url(new Uint8Array(await subtle.digest("SHA-256", publicKey))).slice(0, KEY_ID_LENGTH);
}
