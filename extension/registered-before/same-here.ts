import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { postsOf } from "../draft/posts";
import type { Draft, OutboxItem } from "../storage/database";

/** What this browser itself holds of a draft's posts, beside the draft: known without the network. */
export interface SameHere {
  /** Other drafts. */
  readonly drafts: number;
  /** Clips that were sent and have no number yet. */
  readonly queued: number;
}

/** Compares by the platforms' names of the posts, as they would be sent. */
export function sameHere(
  draft: Draft,
  drafts: readonly Draft[],
  outbox: readonly Pick<OutboxItem, "request" | "receipt">[],
): SameHere {
  const keys = new Set(keysOf(draft.request));
  const isSame = ({ id, clip }: RegisterComplaint) =>
    id !== draft.request.id && keysOf({ clip }).some((key) => keys.has(key));
  return {
    drafts: drafts.filter(({ request }) => isSame(request)).length,
    queued: outbox.filter(({ request, receipt }) => receipt === null && isSame(request)).length,
  };
}

function keysOf({ clip }: Pick<RegisterComplaint, "clip">): string[] {
  return postsOf(clip).flatMap(({ permalinkKey }) => permalinkKey ?? []);
}
