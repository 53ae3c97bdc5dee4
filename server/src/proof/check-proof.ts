import { createHash, webcrypto } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import { canonicalText } from "@otklik/shared/proof/canonical-text";
import type { Manifest } from "@otklik/shared/proof/proof-schema";
import { verifyProof } from "@otklik/shared/proof/verify-proof";
import { RegisterError } from "../errors";

/**
 * Checks that a clip is what was signed in the browser, file by file. Its signature is looked at by a thread of
 * Node's own, so that other requests go on meanwhile.
 *
 * @returns SHA-256 of the signed manifest, hexadecimal; null when the clip came without a proof
 * @throws RegisterError `proof-mismatch`, with what differs in its errors
 */
export async function checkProof(clipId: string, clip: Clip): Promise<string | null> {
  const { proof } = clip;
  if (proof === undefined) return null;
  const checks = await verifyProof({ id: clipId, clip, evidence: clip.evidence, proof }, webcrypto.subtle);
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length > 0) {
    throw new RegisterError("proof-mismatch", {
      errors: failed.map(({ name }) => ({ path: "clip.proof", reason: `proof-${name}` })),
    });
  }
  return manifestHash(proof.manifest);
}

/** SHA-256 of what was signed, hexadecimal. */
export function manifestHash(manifest: Manifest): string {
  return createHash("sha256").update(canonicalText(manifest)).digest("hex");
}
