import { createHash } from "node:crypto";
import type { EvidenceMediaType } from "@otklik/shared/complaint/vocabulary";
import { RegisterError } from "../errors";
import { beginsAs, SIGNATURE_BYTES } from "./media-signature";

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
  for await (const chunk of source) {
    size += chunk.byteLength;
    if (size > expected.bytes) throw mismatch("bytes", expected.bytes);
    if (head.length < SIGNATURE_BYTES) {
      head = Buffer.concat([head, chunk.subarray(0, SIGNATURE_BYTES - head.length)]);
      if (head.length === SIGNATURE_BYTES && !beginsAs(expected.mediaType, head)) throw mismatch("mediaType");
    }
    hash.update(chunk);
    yield chunk;
  }
  if (size !== expected.bytes) throw mismatch("bytes", expected.bytes);
  if (!beginsAs(expected.mediaType, head)) throw mismatch("mediaType");
  if (hash.digest("hex") !== expected.sha256) throw mismatch("sha256");
}

function mismatch(path: "bytes" | "mediaType" | "sha256", limit?: number): RegisterError {
  return new RegisterError("evidence-mismatch", {
    errors: [{ path, reason: "evidence-differs", ...(limit !== undefined && { limit }) }],
  });
}
