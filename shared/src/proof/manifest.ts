import type { Clip } from "../complaint/clip";
import { bytesOf, canonicalText } from "./canonical-text";
import type { Manifest } from "./proof-schema";
import { type Subtle, sha256Hex } from "./subtle";

/** Where the clip's own fields stand in a manifest. */
export const CLIP_PATH = "clip.json";

/** Where a file stands in a manifest. */
export function evidencePath(sha256: string): string {
  return `evidence/${sha256}`;
}

/** A file by its hash and its length in bytes. */
export interface HashedFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** The clip's own fields as they are hashed: the files have hashes of their own, and the proof cannot hold its own. */
export function clipText(clip: Clip): string {
  const { evidence: _files, proof: _proof, ...fields } = clip;
  return canonicalText(fields);
}

/** What a manifest tells beside the hashes. */
export interface ManifestHead {
  /** The complaint's id. */
  readonly id: string;
  /** UTC. */
  readonly signedAt: string;
  /** Version of the extension. */
  readonly extension: string;
}

/** Lists the clip and its files by their hashes; a file that is named twice stands there once. */
export async function manifestOf<Key>(
  clip: Clip,
  { id, signedAt, extension }: ManifestHead,
  subtle: Pick<Subtle<Key>, "digest">,
): Promise<Manifest> {
  const files = new Map(clip.evidence.map(({ sha256, bytes }) => [evidencePath(sha256), { sha256, bytes }]));
  return {
    version: 1,
    id,
    signedAt,
    extension,
    files: [
      { path: CLIP_PATH, ...(await hashedClip(clip, subtle)) },
      ...[...files].map(([path, file]) => ({ path, ...file })),
    ],
  };
}

/** The clip's own fields by hash and length. */
export async function hashedClip<Key>(clip: Clip, subtle: Pick<Subtle<Key>, "digest">): Promise<HashedFile> {
  const bytes = bytesOf(clipText(clip));
  return { sha256: await sha256Hex(bytes, subtle), bytes: bytes.length };
}
