import type { Clip } from "@otklik/shared/complaint/clip";
import type { AddClip, ClipAdded } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { formatRegisterNumber } from "@otklik/shared/complaint/register-number";
import { and, count, eq, max } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { addedClips, complaintPosts, complaints, deviceKeys, evidence } from "../db/schema";
import type { TermsRow } from "../deadlines/complaint-terms";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvent } from "../journal/record-event";
import { checkProof } from "../proof/check-proof";
import { contentHashOf } from "./content-hash";
import { checkOpen, lockComplaint } from "./lock-complaint";

/**
 * Adds a further clip to a complaint that has its number already: more evidence, and no clock moves by it. However
 * often it is sent, it is there once.
 *
 * @throws RegisterError `not-found`, `complaint-closed`, `complaint-merged`, `proof-mismatch`; `clip-id-reused` when
 *   the id is a registered complaint's or another clip's; `invalid-request` when the complaint has very many
 */
export async function addClip(
  deps: Pick<Deps, "tenants" | "receipts" | "now">,
  caller: Caller,
  { complaintId, ...sent }: AddClip & { readonly complaintId: string },
): Promise<ClipAdded> {
  const manifestSha256 = await checkProof(sent.id, sent.clip);
  const contentHash = Buffer.from(contentHashOf(sent), "hex");
  const added = await deps.tenants.within(caller.orgId, async (tx) => {
    const complaint = await lockComplaint(tx, caller.orgId, complaintId);
    const before = await findAdded(tx, caller.orgId, sent.id);
    if (before !== null) {
      const isSame = before.complaintId === complaintId && before.contentHash.equals(contentHash);
      if (!isSame) throw new RegisterError("clip-id-reused");
      return { complaint, addedAt: before.addedAt, created: false };
    }
    checkOpen(complaint);
    await checkRoom(tx, caller.orgId, complaintId, sent.id);
    const addedAt = deps.now();
    await insertClip(tx, caller, complaint, { ...sent, contentHash, addedAt });
    await recordEvent(tx, caller, {
      kind: "clip_added",
      complaintId,
      data: { clipId: sent.id, files: sent.clip.evidence.length, ...(manifestSha256 && { manifestSha256 }) },
    });
    return { complaint, addedAt, created: true };
  });
  const incomingNumber = formatRegisterNumber(added.complaint.year, added.complaint.ordinal);
  const addedAt = added.addedAt.toISOString();
  const told = { complaintId, incomingNumber, clipId: sent.id, registeredAt: addedAt };
  return {
    id: sent.id,
    complaintId,
    incomingNumber,
    addedAt,
    created: added.created,
    ...(manifestSha256 !== null && { receipt: await deps.receipts.sign({ ...told, manifestSha256 }) }),
  };
}

async function findAdded(tx: Queryable, orgId: string, id: string) {
  const [row] = await tx
    .select({
      complaintId: addedClips.complaintId,
      contentHash: addedClips.contentHash,
      addedAt: addedClips.addedAt,
    })
    .from(addedClips)
    .where(and(eq(addedClips.orgId, orgId), eq(addedClips.id, id)));
  return row ?? null;
}

/** Its id must be its own, and the complaint's files must stay countable. */
async function checkRoom(tx: Queryable, orgId: string, complaintId: string, id: string): Promise<void> {
  const [registered] = await tx
    .select({ id: complaints.id })
    .from(complaints)
    .where(and(eq(complaints.orgId, orgId), eq(complaints.id, id)));
  if (registered !== undefined) throw new RegisterError("clip-id-reused");
  const [has] = await tx
    .select({ clips: count() })
    .from(addedClips)
    .where(and(eq(addedClips.orgId, orgId), eq(addedClips.complaintId, complaintId)));
  if ((has?.clips ?? 0) >= LIMITS.addedClips) {
    throw new RegisterError("invalid-request", {
      errors: [{ path: "more", reason: "too_big", limit: LIMITS.addedClips }],
    });
  }
}

interface NewClip {
  readonly id: string;
  readonly clip: Clip;
  readonly contentHash: Buffer;
  readonly addedAt: Date;
}

async function insertClip(
  tx: Queryable,
  caller: Caller,
  { id: complaintId }: TermsRow,
  { id, clip, contentHash, addedAt }: NewClip,
): Promise<void> {
  const { orgId, personId, deviceId } = caller;
  await tx
    .insert(addedClips)
    .values({ orgId, id, complaintId, clip, contentHash, addedAt, addedBy: personId, deviceId });
  const [last] = await tx
    .select({ position: max(evidence.position) })
    .from(evidence)
    .where(and(eq(evidence.orgId, orgId), eq(evidence.complaintId, complaintId)));
  const first = (last?.position ?? 0) + 1;
  const files = clip.evidence.map(({ sha256, ...file }, n) => ({
    ...file,
    orgId,
    complaintId,
    position: first + n,
    sha256: Buffer.from(sha256, "hex"),
    addedClipId: id,
  }));
  if (files.length > 0) await tx.insert(evidence).values(files);
  const posts = [clip, ...(clip.more ?? [])].flatMap(({ permalinkKey }) =>
    permalinkKey === null ? [] : [{ orgId, permalinkKey, complaintId }],
  );
  if (posts.length > 0) await tx.insert(complaintPosts).values(posts).onConflictDoNothing();
  if (clip.proof !== undefined && deviceId !== null) {
    await noteKey(tx, caller, deviceId, clip.proof.publicKey, addedAt);
  }
}

/** As the registration does: the log tells by which key a device signs. */
async function noteKey(
  tx: Queryable,
  caller: Caller,
  deviceId: string,
  publicKey: string,
  now: Date,
): Promise<void> {
  const { orgId } = caller;
  const [earlier] = await tx
    .select({ publicKey: deviceKeys.publicKey })
    .from(deviceKeys)
    .where(and(eq(deviceKeys.orgId, orgId), eq(deviceKeys.deviceId, deviceId)))
    .limit(1);
  const noted = await tx
    .insert(deviceKeys)
    .values({ orgId, deviceId, publicKey, firstUsedAt: now })
    .onConflictDoNothing()
    .returning({ publicKey: deviceKeys.publicKey });
  if (noted.length === 0) return;
  const data = { publicKey, isFirst: earlier === undefined };
  await recordEvent(tx, caller, { kind: "device_key_recorded", data });
}
