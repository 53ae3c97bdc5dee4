import { createHash, webcrypto } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import type { ComplaintProof, ProvedClip, StoredState } from "@otklik/shared/proof/complaint-proof";
import type { HashedFile } from "@otklik/shared/proof/manifest";
import { verifyProof } from "@otklik/shared/proof/verify-proof";
import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { addedClips, complaints, evidence, files } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { FileStore } from "../evidence/file-store";
import { manifestHash } from "./check-proof";

/**
 * What proves the clips of a complaint, and whether it still does: the stored bytes are read and hashed again.
 *
 * @throws RegisterError `not-found`
 */
export async function findProof(deps: Deps, caller: Caller, id: string): Promise<ComplaintProof> {
  const { orgId, zone } = caller;
  const { complaint, added, arrived } = await deps.tenants.read(orgId, (tx) => readClips(tx, orgId, id));
  const incomingNumber = formatRegisterNumber(complaint.year, complaint.ordinal);
  const clips: ProvedClip[] = [];
  // One after the other: a complaint may have hundreds of megabytes.
  for (const { clipId, clip, at } of [{ ...complaint, clipId: id }, ...added]) {
    const found = await findFiles(deps.files, orgId, clip, arrived);
    clips.push({
      clipId,
      registeredAt: at.toISOString(),
      clip,
      receipt: await receiptOf(deps, { complaintId: id, incomingNumber, clipId, clip, at }),
      checks: await checksOf(clipId, clip, found),
      stored: found.map(({ sha256, state }) => ({
        sha256,
        state,
        storedAt: arrived.get(sha256)?.toISOString() ?? null,
      })),
    });
  }
  return { complaintId: id, incomingNumber, zone, clips };
}

/** The clips of a complaint, its own and those that were added, and when those of their files that are here arrived. */
async function readClips(tx: Queryable, orgId: string, id: string) {
  const [complaint] = await tx
    .select({
      year: complaints.year,
      ordinal: complaints.ordinal,
      clip: complaints.clip,
      at: complaints.registeredAt,
    })
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), eq(complaints.id, id)));
  if (complaint === undefined) throw new RegisterError("not-found");
  const added = await tx
    .select({ clipId: addedClips.id, clip: addedClips.clip, at: addedClips.addedAt })
    .from(addedClips)
    .where(and(eq(addedClips.orgId, orgId), eq(addedClips.complaintId, id)))
    .orderBy(asc(addedClips.addedAt), asc(addedClips.id));
  const rows = await tx
    .select({ sha256: files.sha256, storedAt: files.storedAt })
    .from(evidence)
    .innerJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.sha256, evidence.sha256)))
    .where(and(eq(evidence.orgId, orgId), eq(evidence.complaintId, id)));
  return {
    complaint,
    added,
    arrived: new Map(rows.map(({ sha256, storedAt }) => [sha256.toString("hex"), storedAt])),
  };
}

interface Registered {
  readonly complaintId: string;
  readonly incomingNumber: string;
  readonly clipId: string;
  readonly clip: Clip;
  readonly at: Date;
}

async function receiptOf(
  { receipts }: Deps,
  { clip, at, ...told }: Registered,
): Promise<ProvedClip["receipt"]> {
  if (clip.proof === undefined) return null;
  const manifestSha256 = manifestHash(clip.proof.manifest);
  return receipts.sign({ ...told, manifestSha256, registeredAt: at.toISOString() });
}

async function checksOf(id: string, clip: Clip, found: readonly FoundFile[]): Promise<ProvedClip["checks"]> {
  const { proof } = clip;
  if (proof === undefined) return [];
  const evidence = found.flatMap(({ now }) => (now === null ? [] : [now]));
  const checks = await verifyProof({ id, clip, evidence, proof }, webcrypto.subtle);
  return checks.map((check) => ({ ...check, files: [...check.files] }));
}

interface FoundFile {
  readonly sha256: string;
  readonly state: StoredState;
  /** What lies there; null when nothing does. */
  readonly now: HashedFile | null;
}

async function findFiles(
  store: FileStore,
  orgId: string,
  clip: Clip,
  arrived: ReadonlyMap<string, Date>,
): Promise<FoundFile[]> {
  const named = [...new Set(clip.evidence.map(({ sha256 }) => sha256))];
  const found: FoundFile[] = [];
  for (const sha256 of named) {
    const file = arrived.has(sha256) ? await store.open({ orgId, sha256 }) : null;
    if (file === null) {
      found.push({ sha256, state: arrived.has(sha256) ? "lost" : "awaited", now: null });
      continue;
    }
    const now = await hashOf(file.stream);
    found.push({ sha256, state: now.sha256 === sha256 ? "kept" : "changed", now });
  }
  return found;
}

async function hashOf(stream: ReadableStream<Uint8Array>): Promise<HashedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of stream) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { sha256: hash.digest("hex"), bytes };
}
