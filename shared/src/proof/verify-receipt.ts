import { fromBase64url } from "./base64url";
import { bytesOf, canonicalText } from "./canonical-text";
import type { Manifest } from "./proof-schema";
import { keyIdOf, type SignedReceipt } from "./receipt";
import { sha256Hex } from "./subtle";

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
 * Whether a receipt is signed by the key that it names and that stands with it, and is of this manifest. Never throws.
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
    // The name is what people compare: under a trusted one, a key of anybody's must not pass.
    if (receipt.keyId !== (await keyIdOf(point, subtle))) return false;
    const key = await subtle.importKey("raw", point, RECEIPT_KEY, true, ["verify"]);
    return await subtle.verify(RECEIPT_KEY, key, signed, bytesOf(canonicalText(receipt)));
  } catch (error) {
    return error instanceof Error && error.name === "NotSupportedError" ? null : false;
  }
}
