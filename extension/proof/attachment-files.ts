import { LIMITS } from "@otklik/shared/complaint/limits";
import { EVIDENCE_MEDIA_TYPES } from "@otklik/shared/complaint/vocabulary";
import { bytesOfBase64 } from "../storage/base64";
import type { DraftFile } from "../storage/database";
import { withoutMetadata } from "./metadata/without-metadata";
import type { HeldPicture } from "./snapshot/run-snapshot-script";

/** Pictures of one post whose bytes are kept; of the others the address is. */
const MOST = 10;
/** Bytes of a piece: as text it stays well under what one message may hold. */
const PIECE = 3 * 1024 * 1024;

/** The page's side: it reads with its own session. */
export interface PictureReader {
  read(url: string, atMost: number): Promise<HeldPicture | null>;
  /** A piece of what was read last, in base64. */
  piece(from: number, to: number): Promise<string>;
}

interface Wanted {
  readonly kind: string;
  readonly url: string | null;
  readonly alt: string | null;
}

/**
 * The pictures that hang on a post, as its reader's session has them, each within the register's limit and without
 * where and when it was taken.
 *
 * @param held what the draft has already: it is not asked for again
 */
export async function attachmentFiles(
  wanted: readonly Wanted[],
  reader: PictureReader,
  held: readonly Pick<DraftFile, "id" | "kind" | "url">[] = [],
): Promise<{ readonly files: Omit<DraftFile, "draftId">[]; readonly missing: number }> {
  const known = new Set(held.flatMap(({ kind, url }) => (kind === "attachment" ? [url] : [])));
  const last = Math.max(0, ...held.map(({ id }) => Number(/^attachment-(\d+)$/.exec(id)?.[1] ?? 0)));
  const pictures = wanted.filter(({ kind, url }) => kind === "image" && url !== null && !known.has(url));
  const files: Omit<DraftFile, "draftId">[] = [];
  for (const { url, alt } of pictures.slice(0, MOST)) {
    if (url === null || files.some((file) => file.url === url)) continue;
    const blob = await bytesAt(url, reader).catch(() => null);
    const mediaType = EVIDENCE_MEDIA_TYPES.find((type) => type === blob?.type && type.startsWith("image/"));
    if (blob === null || mediaType === undefined) continue;
    const id = `attachment-${last + files.length + 1}`;
    files.push({ id, kind: "attachment", mediaType, blob, name: alt, url });
  }
  const had = new Set(files.map(({ url }) => url));
  return { files, missing: pictures.filter(({ url }) => !had.has(url)).length };
}

async function bytesAt(url: string, reader: PictureReader): Promise<Blob | null> {
  const held = await reader.read(url, LIMITS.evidenceBytes);
  if (held === null) return null;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < held.bytes; from += PIECE) {
    const to = Math.min(from + PIECE, held.bytes);
    const piece = bytesOfBase64(await reader.piece(from, to));
    // The page went away meanwhile: a part of a picture is no picture.
    if (piece.length !== to - from) return null;
    pieces.push(piece);
  }
  return asEvidence(new Blob(pieces, { type: held.mediaType }));
}

/** What the register does not take as it is, such as AVIF, or what nobody can clean, is drawn anew. */
async function asEvidence(blob: Blob): Promise<Blob | null> {
  const isTaken = EVIDENCE_MEDIA_TYPES.some((type) => type === blob.type);
  const clean = isTaken ? await withoutMetadata(blob) : null;
  if (clean !== null) return clean.size > 0 ? clean : null;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const drawn = await canvas.convertToBlob({ type: "image/png" });
  return drawn.size > LIMITS.evidenceBytes ? null : drawn;
}
