import type { Evidence } from "@otklik/shared/complaint/clip";
import { sizeOf } from "../clip/screenshot";
import { nextSnapshotId, snapshotIdIn } from "../proof/snapshot-files";
import type { ClipStore, DraftFile, DraftScreenshot, OutboxItem } from "../storage/database";

/** The evidence of an item as that of a draft. */
interface EvidenceOfItem {
  readonly screenshot: DraftScreenshot | null;
  readonly files: readonly Omit<DraftFile, "draftId">[];
}

/** Gives the bytes of an item back to a draft. What was masked is no longer in them, cannot be lifted and is told again. */
export async function evidenceOf(store: ClipStore, item: OutboxItem): Promise<EvidenceOfItem> {
  let screenshot: DraftScreenshot | null = null;
  const files: Omit<DraftFile, "draftId">[] = [];
  const { evidence, attachments = [], more = [] } = item.request.clip;
  const hanging = [...attachments, ...more.flatMap((post) => post.attachments ?? [])];
  for (const [index, one] of evidence.entries()) {
    const file = await store.get("files", one.sha256);
    if (file === undefined) continue;
    const { kind } = one;
    const burnt = one.masks.length > 0 && { burnt: one.masks };
    if (kind === "screenshot") {
      screenshot = {
        image: file.blob,
        ...(await sizeOf(file.blob)),
        region: one.region,
        ...burnt,
        masks: [],
      };
      continue;
    }
    const attachment = hanging.find(({ sha256 }) => sha256 === one.sha256);
    files.push({
      id: await idOf(one, file.blob, index, files),
      kind,
      mediaType: one.mediaType,
      blob: file.blob,
      name: attachment?.alt ?? null,
      url: attachment?.url ?? null,
      ...burnt,
    });
  }
  return { screenshot, files };
}

async function idOf(
  { kind }: Evidence,
  blob: Blob,
  index: number,
  before: readonly Pick<DraftFile, "id">[],
): Promise<string> {
  if (kind === "attachment") return `attachment-${index}`;
  if (kind !== "snapshot") return kind;
  const own = snapshotIdIn(await blob.text());
  return before.some(({ id }) => id === own) ? nextSnapshotId(before) : own;
}
