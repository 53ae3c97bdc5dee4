import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { and, eq } from "drizzle-orm";
import { files } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import type { StoredFile } from "./file-store";

export interface FoundEvidence extends StoredFile {
  readonly mediaType: EvidenceMediaType;
}

/** Opens a stored file of the caller's organisation. @throws RegisterError `not-found` */
export async function findEvidence(deps: Deps, caller: Caller, sha256: string): Promise<FoundEvidence> {
  const [row] = await deps.db
    .select({ mediaType: files.mediaType })
    .from(files)
    .where(and(eq(files.orgId, caller.orgId), eq(files.sha256, Buffer.from(sha256, "hex"))));
  if (row === undefined) throw new RegisterError("not-found");
  const file = await deps.files.open({ orgId: caller.orgId, sha256 });
  if (file === null) throw new Error(`A stored file is missing: ${sha256}`);
  return { ...file, mediaType: row.mediaType };
}
