import type { Clip } from "../complaint/clip";
import { fromBase64url } from "./base64url";
import { bytesOf, canonicalText } from "./canonical-text";
import { CLIP_PATH, evidencePath, type HashedFile, hashedClip } from "./manifest";
import type { Proof } from "./proof-schema";
import { SIGNATURE, SIGNING_KEY, type Subtle } from "./subtle";

/** What is asked of a proof, each for itself. */
export const PROOF_CHECKS = [
  /** The manifest was signed with the key that stands beside it. */
  "signature",
  /** It was made for this complaint. */
  "complaint",
  /** The fields are those that were signed. */
  "clip",
  /** The files are those that were signed: none changed, none missing, none added. */
  "files",
] as const;
export type ProofCheckName = (typeof PROOF_CHECKS)[number];

export interface ProofCheck {
  readonly name: ProofCheckName;
  readonly ok: boolean;
  /** Hashes of the files that differ, are missing or were added; empty for the other checks. */
  readonly files: readonly string[];
}

export interface ProofSubject {
  /** The complaint's id. */
  readonly id: string;
  readonly clip: Clip;
  /** The files as they were found: hashed anew, or as the clip lists them where their bytes are not at hand. */
  readonly evidence: readonly HashedFile[];
  readonly proof: Proof;
}

/** Checks a proof against what it is said to be of. Never throws: what cannot be read has failed. */
export async function verifyProof<Key>(
  { id, clip, evidence, proof }: ProofSubject,
  subtle: Pick<Subtle<Key>, "digest" | "importKey" | "verify">,
): Promise<ProofCheck[]> {
  const { manifest } = proof;
  const clipEntries = manifest.files.filter(({ path }) => path === CLIP_PATH);
  const files = differingFiles(proof, evidence);
  const check = (name: ProofCheckName, ok: boolean): ProofCheck => ({ name, ok, files: [] });
  return [
    check("signature", await isSigned(proof, subtle)),
    check("complaint", manifest.id === id),
    check("clip", clipEntries.length === 1 && (await isClip(clip, clipEntries[0], subtle))),
    { name: "files", ok: files.length === 0, files },
  ];
}

/** Whether a manifest was signed with the key that stands beside it. Never throws. */
export async function isSigned<Key>(
  { manifest, publicKey, signature }: Proof,
  subtle: Pick<Subtle<Key>, "importKey" | "verify">,
): Promise<boolean> {
  const point = fromBase64url(publicKey);
  const signed = fromBase64url(signature);
  if (point === null || signed === null) return false;
  try {
    const key = await subtle.importKey("raw", point, SIGNING_KEY, true, ["verify"]);
    return await subtle.verify(SIGNATURE, key, signed, bytesOf(canonicalText(manifest)));
  } catch {
    return false;
  }
}

async function isClip<Key>(
  clip: Clip,
  entry: HashedFile | undefined,
  subtle: Pick<Subtle<Key>, "digest">,
): Promise<boolean> {
  try {
    const { sha256, bytes } = await hashedClip(clip, subtle);
    return entry?.sha256 === sha256 && entry.bytes === bytes;
  } catch {
    return false;
  }
}

function differingFiles({ manifest }: Proof, evidence: readonly HashedFile[]): string[] {
  const line = (path: string, { sha256, bytes }: HashedFile) => `${path} ${sha256} ${bytes}`;
  const listed = new Map(
    manifest.files
      .filter(({ path }) => path !== CLIP_PATH)
      .map((file) => [line(file.path, file), file.sha256] as const),
  );
  const found = new Map(
    evidence.map((file) => [line(evidencePath(file.sha256), file), file.sha256] as const),
  );
  const differing = [
    ...[...listed].filter(([key]) => !found.has(key)),
    ...[...found].filter(([key]) => !listed.has(key)),
  ];
  return [...new Set(differing.map(([, sha256]) => sha256))];
}
