import { createHash } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import { canonicalText } from "@otklik/shared/proof/canonical-text";

/** The fields that had a source when the first clips were hashed, in the order in which they were. */
const FIRST_FIELDS = ["narrative", "author", "permalink", "postedAt"] as const satisfies readonly ClipField[];

/**
 * SHA-256 of what was sent with a clip as it was understood, hexadecimal, so that neither spacing nor the order of
 * its keys makes it another. What the first clips had is written in the order in which they were hashed, what came
 * later stands behind it: a clip of an earlier extension keeps the hash that it was registered with.
 */
export function contentHashOf(content: { readonly clip: Clip }): string {
  const { narrative, author, permalink, permalinkKey, postedAt, page, channel, ...others } = content.clip;
  const { capturedAt, adapter, sources, evidence, ...later } = others;
  const first = { narrative, author, permalink, permalinkKey, postedAt, page, channel, capturedAt, adapter };
  const clip = {
    ...first,
    sources: sourcesInOrder(sources),
    evidence,
    ...(Object.keys(later).length > 0 && { later: canonicalText(later) }),
  };
  return createHash("sha256")
    .update(JSON.stringify({ ...content, clip }))
    .digest("hex");
}

function sourcesInOrder(sources: Clip["sources"]): unknown[] {
  const { narrative: _text, author: _author, permalink: _link, postedAt: _time, ...later } = sources;
  const first = FIRST_FIELDS.map((field) => sources[field]);
  return Object.keys(later).length === 0 ? first : [...first, canonicalText(later)];
}
