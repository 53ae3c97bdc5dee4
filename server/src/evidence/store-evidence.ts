import { LIMITS } from "@otklik/shared/complaint/limits";
import { and, eq, sum } from "drizzle-orm";
import { evidence, files } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordEvent } from "../journal/record-event";
import { verified } from "./verified";

export interface SentFile {
  readonly sha256: string;
  /** As declared with the bytes, parameters included. */
  readonly mediaType: string;
  /** As declared with the bytes; null when it was not. */
  readonly bytes: number | null;
  readonly source: AsyncIterable<Uint8Array>;
}

/**
 * Stores the bytes of a file that a registered clip of the organisation names; so there are no
 * files that belong to nothing.
 *
 * @returns `kept-before` when the same file had been stored
 * @throws RegisterError `not-found` when no clip names it, `body-too-large`, `evidence-mismatch`, `storage-full` when
 *   the organisation has no room for it
 */
export async function storeEvidence(
  deps: Deps,
  caller: Caller,
  sent: SentFile,
): Promise<"stored" | "kept-before"> {
  const hash = Buffer.from(sent.sha256, "hex");
  const [named] = await deps.tenants.read(caller.orgId, (tx) =>
    tx
      .select({
        complaintId: evidence.complaintId,
        mediaType: evidence.mediaType,
        bytes: evidence.bytes,
        storedAt: files.storedAt,
      })
      .from(evidence)
      .leftJoin(files, and(eq(files.orgId, evidence.orgId), eq(files.sha256, evidence.sha256)))
      .where(and(eq(evidence.orgId, caller.orgId), eq(evidence.sha256, hash)))
      .limit(1),
  );
  if (named === undefined) throw new RegisterError("not-found");
  const key = { orgId: caller.orgId, sha256: sent.sha256 };
  // The row alone is no proof: a restored database may name files that were not restored with it.
  if (named.storedAt !== null && (await deps.files.open(key)) !== null) return "kept-before";
  if (sent.bytes !== null && sent.bytes > LIMITS.evidenceBytes) throw new RegisterError("body-too-large");
  if (sent.mediaType.split(";", 1)[0]?.trim().toLowerCase() !== named.mediaType) {
    throw new RegisterError("evidence-mismatch", {
      errors: [{ path: "mediaType", reason: "evidence-differs" }],
    });
  }
  const { mediaType, bytes, complaintId } = named;
  await requireRoom(deps, caller.orgId, bytes);
  await deps.files.keep(key, verified(sent.source, { sha256: sent.sha256, mediaType, bytes }));
  return deps.tenants.within(caller.orgId, async (tx) => {
    const inserted = await tx
      .insert(files)
      .values({ orgId: caller.orgId, sha256: hash, mediaType, bytes })
      .onConflictDoNothing()
      .returning({ bytes: files.bytes });
    if (inserted.length === 0) return "kept-before";
    await recordEvent(tx, caller, {
      kind: "evidence_stored",
      complaintId,
      data: { sha256: sent.sha256, bytes },
    });
    return "stored";
  });
}

/** One organisation cannot fill the disk of all; files that come at the same moment may be a few too many. */
async function requireRoom(deps: Deps, orgId: string, bytes: number): Promise<void> {
  const [kept] = await deps.tenants.read(orgId, (tx) =>
    tx
      .select({ bytes: sum(files.bytes).mapWith(Number) })
      .from(files)
      .where(eq(files.orgId, orgId)),
  );
  if ((kept?.bytes ?? 0) + bytes > deps.env.evidenceQuotaBytes) throw new RegisterError("storage-full");
}
