import { z } from "zod";
import { LIMITS } from "../complaint/limits";
import { lineOfText } from "../text/plain-text";

/** One part of a clip, by the hash of its bytes. */
const manifestEntrySchema = z.strictObject({
  /** `clip.json` for the clip's own fields, else `evidence/` and the hash. */
  path: lineOfText(LIMITS.nameLength),
  /** SHA-256 in lower-case hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1).max(LIMITS.evidenceBytes),
});

/** What was captured, as a list of hashes: what is signed is its canonical JSON (RFC 8785). */
export const manifestSchema = z.strictObject({
  version: z.literal(1),
  /** The complaint's id, made before anything was captured. */
  id: z.uuid(),
  /** By the computer's clock, when the list was signed. */
  signedAt: z.iso.datetime(),
  /** Version of the extension. */
  extension: lineOfText(LIMITS.versionLength),
  files: z
    .array(manifestEntrySchema)
    .min(1)
    .max(LIMITS.evidenceItems + 1),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest with its signature: ECDSA over P-256 with SHA-256, by a key that cannot leave the browser. */
export const proofSchema = z.strictObject({
  manifest: manifestSchema,
  /** The uncompressed point, 65 bytes, base64url without padding. */
  publicKey: z.string().regex(/^[\w-]{87}$/),
  /** r and s one after the other, 64 bytes, base64url without padding. */
  signature: z.string().regex(/^[\w-]{86}$/),
});
export type Proof = z.infer<typeof proofSchema>;
