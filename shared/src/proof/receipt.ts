import { z } from "zod";
import { lineOfText } from "../text/plain-text";
import { fromBase64url } from "./base64url";
import { bytesOf, canonicalText } from "./canonical-text";
import { type Manifest, proofSchema } from "./proof-schema";
import { sha256Hex } from "./subtle";

const REGISTER_NUMBER_LENGTH = 30;

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

/** What of WebCrypto checking a receipt needs. */
export interface ReceiptSubtle<Key> {
  digest(algorithm: "SHA-256", data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: "raw",
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: { name: "Ed25519" },
    extractable: boolean,
    keyUsages: "verify"[],
  ): Promise<Key>;
  verify(
    algorithm: { name: "Ed25519" },
    key: Key,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

const RECEIPT_KEY = { name: "Ed25519" } as const;

/**
 * Whether a receipt is signed by the key that stands with it and is of this manifest. Never throws.
 *
 * @returns null where this browser cannot check such a signature
 */
export async function verifyReceipt<Key>(
  { receipt, publicKey, signature }: SignedReceipt,
  manifest: Manifest,
  subtle: ReceiptSubtle<Key>,
): Promise<boolean | null> {
  try {
    if (receipt.manifestSha256 !== (await sha256Hex(bytesOf(canonicalText(manifest)), subtle))) return false;
    const point = fromBase64url(publicKey);
    const signed = fromBase64url(signature);
    if (point === null || signed === null || receipt.clipId !== manifest.id) return false;
    const key = await subtle.importKey("raw", point, RECEIPT_KEY, true, ["verify"]);
    return await subtle.verify(RECEIPT_KEY, key, signed, bytesOf(canonicalText(receipt)));
  } catch (error) {
    return error instanceof Error && error.name === "NotSupportedError" ? null : false;
  }
}
