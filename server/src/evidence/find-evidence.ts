import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { and, eq, exists, type SQL } from "drizzle-orm";
import { withinReach } from "../complaints/within-reach";
import type { Queryable } from "../db/client";
import { complaints, evidence, files } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { StoredFile } from "./file-store";

export interface FoundEvidence extends StoredFile {
  readonly mediaType: EvidenceMediaType;
}

/** Opens a stored file of a complaint that the caller may read. @throws RegisterError `not-found` */
export async function findEvidence(deps: Deps, caller: Caller, sha256: string): Promise<FoundEvidence> {
  const [row] = await deps.tenants.read(caller.orgId, (tx) =>
    tx
      .select({ mediaType: files.mediaType })
      .from(files)
      .where(
        and(
          eq(files.orgId, caller.orgId),
          eq(files.sha256, Buffer.from(sha256, "hex")),
          ofReadable(tx, withinReach(caller)),
        ),
      ),
  );
  if (row === undefined) throw new RegisterError("not-found");
  const file = await deps.files.open({ orgId: caller.orgId, sha256 });
  if (file === null) throw new Error(`A stored file is missing: ${sha256}`);
  return { ...file, mediaType: row.mediaType };
}

/** That some complaint within reach names the file; undefined when all are. */
function ofReadable(db: Queryable, reach: SQL | undefined): SQL | undefined {
  if (reach === undefined) return undefined;
  const naming = db
    .select({ id: complaints.id })
    .from(evidence)
    .innerJoin(complaints, and(eq(complaints.orgId, evidence.orgId), eq(complaints.id, evidence.complaintId)))
    .where(and(eq(evidence.orgId, files.orgId), eq(evidence.sha256, files.sha256), reach));
  return exists(naming);
}
