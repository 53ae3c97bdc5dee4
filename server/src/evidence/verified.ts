import { createHash } from "node:crypto";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { RegisterError } from "../errors";
import { pixelsOf } from "./image-size";
import { beginsAs, SIGNATURE_BYTES } from "./media-signature";

/** A photograph tells its size behind what the camera and editors say of it. */
const PICTURE_HEAD_BYTES = 256 * 1024;

export interface ExpectedFile {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: EvidenceMediaType;
  readonly bytes: number;
}

/**
 * Passes a file's chunks on and throws, at the latest at its end, when they are not the file
 * that was announced. Whatever keeps them must keep nothing then.
 *
 * @throws RegisterError `evidence-mismatch`, with what differs in its errors
 */
export async function* verified(
  source: AsyncIterable<Uint8Array>,
  expected: ExpectedFile,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  let size = 0;
  const tooLarge = watchArea(expected.mediaType);
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > expected.bytes) throw mismatch("bytes", expected.bytes);
    if (head.length < SIGNATURE_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, SIGNATURE_BYTES - head.length)]);
      if (head.length === SIGNATURE_BYTES && !beginsAs(expected.mediaType, head)) throw mismatch("mediaType");
    }
    if (tooLarge(chunk)) throw mismatch("pixels", LIMITS.pictureArea);
    hash.update(chunk);
    yield chunk;
  }
  if (size !== expected.bytes) throw mismatch("bytes", expected.bytes);
  if (!beginsAs(expected.mediaType, head)) throw mismatch("mediaType");
  if (hash.digest("hex") !== expected.sha256) throw mismatch("sha256");
}

/** Takes a picture's chunks in turn, and says whether its header tells more pixels than are kept. */
function watchArea(mediaType: EvidenceMediaType): (chunk: Uint8Array) => boolean {
  let head: Buffer | null = mediaType.startsWith("image/") ? Buffer.alloc(0) : null;
  return (chunk) => {
    if (head === null) return false;
    head = Buffer.concat([head, chunk.subarray(0, PICTURE_HEAD_BYTES - head.length)]);
    const pixels = pixelsOf(mediaType, head);
    if (pixels !== null || head.length === PICTURE_HEAD_BYTES) head = null;
    return pixels !== null && pixels > LIMITS.pictureArea;
  };
}

function mismatch(path: "bytes" | "mediaType" | "sha256" | "pixels", limit?: number): RegisterError {
  return new RegisterError("evidence-mismatch", {
    errors: [{ path, reason: "evidence-differs", ...(limit !== undefined && { limit }) }],
  });
}
