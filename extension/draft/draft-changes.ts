import type { CapturedPostRecord, Clip } from "@otklik/shared/complaint/clip";
import type { ClipField } from "@otklik/shared/complaint/clip-fields";
import { CLIP_FIELDS } from "@otklik/shared/complaint/clip-fields";
import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import { OTHERS } from "../proof/evidence-edits";
import type { Draft } from "../storage/database";
import { capturedPostAt, orderOf, postsOf, turnParents, withPosts } from "./posts";

/** Sets a field by hand. One that is again as it was captured has its first source again. */
export function correctField<Field extends ClipField>(draft: Draft, field: Field, value: Clip[Field]): Draft {
  const captured = capturedPostAt(draft, 0);
  const isAsCaptured = JSON.stringify(value) === JSON.stringify(captured[field]);
  const { [field]: _before, ...others } = draft.request.clip.sources;
  const first = captured.sources[field];
  const source = isAsCaptured ? first : "agent";
  const sources: Clip["sources"] = source === undefined ? others : { ...others, [field]: source };
  const clip: Clip = { ...draft.request.clip, [field]: value, sources };
  // The platform's name of the post goes with the link that it was read from.
  if (field === "permalink") clip.permalinkKey = isAsCaptured ? captured.permalinkKey : null;
  return changeRequest(draft, { clip });
}

/** Gives a field back the value that was captured. */
export function restoreField(draft: Draft, field: ClipField): Draft {
  return correctField(draft, field, structuredClone(capturedPostAt(draft, 0)[field]));
}

/** Whether the agent's hand is on a field. */
export function isCorrected(draft: Draft, field: ClipField): boolean {
  return draft.request.clip.sources[field] === "agent";
}

/** Whether the capture found nothing for a field. */
export function isMissing(draft: Draft, field: ClipField): boolean {
  return capturedPostAt(draft, 0).sources[field] === undefined;
}

/** Changes the judgement of the clip, or what of it has no source: page, channel. */
export function changeRequest(draft: Draft, change: Partial<RegisterComplaint>): Draft {
  return { ...draft, request: { ...draft.request, ...change } };
}

/**
 * Takes over a capture that came after the agent had begun to type: what was typed stays, every
 * other field is the captured one. Posts that were not known yet come behind those that are. While other
 * people's words are hidden, no post brings along what it answers.
 */
export function adoptCapture(draft: Draft, captured: Clip): Draft {
  const { clip } = draft.request;
  const posts = postsOf(captured);
  const known = postsOf(draft.captured).length;
  const kept = orderOf(draft)
    .map((from, at) => ({ from, now: postsOf(clip)[at] }))
    .filter(({ from }) => from < posts.length);
  const added = posts.map((_post, from) => ({ from, now: undefined })).slice(known);
  const arranged = [...kept, ...added].slice(0, 1 + LIMITS.morePosts);
  const order = arranged.map(({ from }) => from);
  const isAsCaptured = order.length === posts.length && order.every((from, at) => from === at);
  const page = {
    ...captured,
    page: isSame(clip.page, draft.captured.page) ? captured.page : clip.page,
    channel: clip.channel === draft.captured.channel ? captured.channel : clip.channel,
  };
  const adopted = withPosts(
    page,
    arranged.map(({ from, now }) => adoptPost(now, posts[from] ?? posts[0])),
  );
  const { order: _before, ...rest } = changeRequest(draft, { clip: adopted });
  const taken = { ...rest, captured, ...(!isAsCaptured && { order }) };
  return draft.edits.hiddenParts.includes(OTHERS) ? turnParents(taken, true) : taken;
}

/** One post as captured, with what the agent typed in it. */
function adoptPost(now: CapturedPostRecord | undefined, captured: CapturedPostRecord): CapturedPostRecord {
  const typed = CLIP_FIELDS.filter((field) => now?.sources[field] === "agent");
  const kept = Object.fromEntries(typed.map((field) => [field, now?.[field]]));
  const sources = Object.fromEntries(typed.map((field) => [field, "agent" as const]));
  const adopted = { ...structuredClone(captured), ...kept, sources: { ...captured.sources, ...sources } };
  if (now !== undefined && typed.includes("permalink")) adopted.permalinkKey = now.permalinkKey;
  return adopted;
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
