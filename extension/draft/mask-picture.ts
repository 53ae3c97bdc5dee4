import type { Evidence, Region } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import type { StoredFile } from "../storage/database";

/** A file as it will be kept, and the evidence entry that names it. */
export interface FinishedFile {
  /** Within the draft. */
  readonly id: string;
  readonly file: StoredFile;
  readonly evidence: Evidence;
}

/** A picture with what must not be seen of it, in its pixels. */
interface Picture {
  readonly image: Blob;
  readonly region: Region | null;
  readonly masks: readonly Region[];
}

/** Smaller and smaller, until the picture is within the register's limit. */
const FORMATS: readonly { readonly type: EvidenceMediaType; readonly quality?: number }[] = [
  { type: "image/png" },
  { type: "image/webp", quality: 0.92 },
  { type: "image/jpeg", quality: 0.85 },
  { type: "image/jpeg", quality: 0.6 },
];

/**
 * Blackens the masked parts and takes the hash of what is left: the picture without masks is
 * neither stored nor sent.
 *
 * @returns null when the picture cannot be made small enough
 */
export async function maskPicture(
  kind: "screenshot" | "crop",
  picture: Picture,
  id: string = kind,
): Promise<FinishedFile | null> {
  const canvas = await blackened(picture);
  for (const format of FORMATS) {
    const blob = await canvas.convertToBlob(format);
    const mediaType = FORMATS.find(({ type }) => type === blob.type)?.type;
    if (mediaType === undefined || blob.size > LIMITS.evidenceBytes) continue;
    const sha256 = await sha256Of(blob);
    const { region, masks } = picture;
    return {
      id,
      file: { sha256, mediaType, blob },
      evidence: { kind, sha256, mediaType, bytes: blob.size, region, masks: [...masks] },
    };
  }
  return null;
}

async function blackened({ image, masks }: Picture): Promise<OffscreenCanvas> {
  const bitmap = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no 2d context");
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  context.fillStyle = "#000";
  for (const mask of masks) context.fillRect(mask.x, mask.y, mask.width, mask.height);
  return canvas;
}

/** Lower-case hexadecimal. */
export async function sha256Of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
