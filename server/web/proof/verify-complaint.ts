import type { Complaint } from "@otklik/shared/complaint/complaint";
import { bytesOf } from "@otklik/shared/proof/canonical-text";
import type { ComplaintProof, ProvedClip } from "@otklik/shared/proof/complaint-proof";
import { CLIP_PATH, clipText, evidencePath } from "@otklik/shared/proof/manifest";
import { type Findings, verifyFiles } from "@otklik/shared/proof/verify-files";

/** A clip with what this browser has found of it; null for a clip that was not signed. */
export interface VerifiedClip {
  readonly clip: ProvedClip;
  readonly findings: Findings | null;
}

/**
 * Loads every file of a complaint's clips and hashes it here: the server's word is not taken for it. One file at a
 * time lies in memory with those of its clip.
 *
 * @throws TypeError when the connection is lost
 */
export async function verifyComplaint({ clips }: ComplaintProof): Promise<VerifiedClip[]> {
  const verified: VerifiedClip[] = [];
  for (const clip of clips) verified.push({ clip, findings: await verifyClip(clip) });
  return verified;
}

async function verifyClip({ clip, receipt, stored }: ProvedClip): Promise<Findings | null> {
  const { proof } = clip;
  if (proof === undefined) return null;
  const found = new Map([[CLIP_PATH, bytesOf(clipText(clip))]]);
  // Asked for, a file that is lost would be answered like any other trouble of the server.
  const lost = new Set(stored.filter(({ state }) => state === "lost").map(({ sha256 }) => sha256));
  for (const { sha256 } of clip.evidence) {
    if (lost.has(sha256)) continue;
    const bytes = await loadFile(sha256);
    if (bytes !== null) found.set(evidencePath(sha256), bytes);
  }
  const awaited = new Set(
    stored.filter(({ state }) => state === "awaited").map(({ sha256 }) => evidencePath(sha256)),
  );
  return verifyFiles({ proof, receipt, found, awaited }, crypto.subtle);
}

/** Null for a file that the register does not have. */
async function loadFile(
  sha256: Complaint["evidence"][number]["sha256"],
): Promise<Uint8Array<ArrayBuffer> | null> {
  // Not what this browser has kept of it: what lies there now.
  const answer = await fetch(`/api/evidence/${sha256}`, { credentials: "same-origin", cache: "no-store" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new TypeError(`A file was answered with ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
