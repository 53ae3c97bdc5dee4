import type { CapturedPostRecord, Clip } from "@otklik/shared/complaint/clip";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Draft, DraftFile } from "../storage/database";

/** The posts of a clip, its own first. */
export function postsOf(clip: Clip): [CapturedPostRecord, ...CapturedPostRecord[]] {
  const { more = [], page, channel, capturedAt, adapter, evidence, proof, ...own } = clip;
  return [own, ...more];
}

/** The clip with these posts in place of its own. */
export function withPosts(clip: Clip, [first, ...more]: readonly CapturedPostRecord[]): Clip {
  if (first === undefined) return clip;
  const { page, channel, capturedAt, adapter, evidence, proof } = clip;
  const ofThePage = { page, channel, capturedAt, adapter, evidence, ...(proof && { proof }) };
  return { ...ofThePage, ...first, ...((more.length > 0 || clip.more) && { more }) };
}

/** For each post of the request, which captured one it is: the index in `postsOf(draft.captured)`. */
export function orderOf({ order, captured }: Pick<Draft, "order" | "captured">): readonly number[] {
  return order ?? postsOf(captured).map((_post, index) => index);
}

/** A post of the request as it was captured. */
export function capturedPostAt(draft: Draft, index: number): CapturedPostRecord {
  const posts = postsOf(draft.captured);
  return posts[orderOf(draft)[index] ?? 0] ?? posts[0];
}

/** Makes a further post the clip's own, and the one that was so far the first of the further ones. */
export function movePostFirst(draft: Draft, index: number): Draft {
  return arranged(draft, (list) => [
    ...list.slice(index, index + 1),
    ...list.filter((_one, at) => at !== index),
  ]);
}

/** Leaves a further post out of the complaint. */
export function removePost(draft: Draft, index: number): Draft {
  return index === 0 ? draft : arranged(draft, (list) => list.filter((_one, at) => at !== index));
}

/** Puts back what `removePost` took out. */
export function restorePost(draft: Draft, index: number, before: Draft): Draft {
  const post = postsOf(before.request.clip)[index];
  const captured = orderOf(before)[index];
  if (post === undefined || captured === undefined || orderOf(draft).includes(captured)) return draft;
  const posts = postsOf(draft.request.clip).toSpliced(index, 0, post);
  return arrangedAs(draft, posts, orderOf(draft).toSpliced(index, 0, captured));
}

/** Sets the words of a further post by hand. */
export function correctWords(draft: Draft, index: number, narrative: string): Draft {
  const captured = capturedPostAt(draft, index);
  const posts = postsOf(draft.request.clip).map((post, at) => {
    if (at !== index) return post;
    const { narrative: _before, ...others } = post.sources;
    const source = narrative === captured.narrative ? captured.sources.narrative : "agent";
    return { ...post, narrative, sources: source === undefined ? others : { ...others, narrative: source } };
  });
  return arrangedAs(draft, posts, orderOf(draft));
}

/** The captured posts that are not of the complaint any more, by their index. */
export function leftOutPosts(draft: Pick<Draft, "order" | "captured">): number[] {
  const kept = orderOf(draft);
  return postsOf(draft.captured).flatMap((_post, index) => (kept.includes(index) ? [] : [index]));
}

/**
 * Where a post that a snapshot shows stands among the posts of the request, from 0; null once it is not of the
 * complaint any more.
 *
 * @param at which one of the snapshot it is
 */
export function placeInRequest(
  draft: Pick<Draft, "order" | "captured">,
  file: Pick<DraftFile, "posts">,
  at: number,
) {
  const captured = file.posts === undefined ? at : (file.posts[at] ?? -1);
  // What was sent before and came back may show posts that are not counted here.
  if (file.posts === undefined && captured >= postsOf(draft.captured).length) return at;
  const place = orderOf(draft).indexOf(captured);
  return place === -1 ? null : place;
}

/** Takes what the posts answer, other people's words, out of the complaint, or gives it back. */
export function turnParents(draft: Draft, isHidden: boolean): Draft {
  const posts = postsOf(draft.request.clip).map((post, index) => {
    const captured = capturedPostAt(draft, index);
    if (!captured.thread?.parent) return post;
    const { thread: _before, ...others } = post.sources;
    const source = isHidden ? "agent" : captured.sources.thread;
    const thread = isHidden ? { ...captured.thread, parent: null } : captured.thread;
    return { ...post, thread, sources: source === undefined ? others : { ...others, thread: source } };
  });
  return { ...draft, request: { ...draft.request, clip: withPosts(draft.request.clip, posts) } };
}

/** How many more posts the complaint takes. */
export function roomForPosts({ more = [] }: Clip): number {
  return LIMITS.morePosts - more.length;
}

function arranged(draft: Draft, arrange: <Item>(list: readonly Item[]) => readonly Item[]): Draft {
  return arrangedAs(draft, arrange(postsOf(draft.request.clip)), arrange(orderOf(draft)));
}

function arrangedAs(draft: Draft, posts: readonly CapturedPostRecord[], order: readonly number[]): Draft {
  return { ...draft, order, request: { ...draft.request, clip: withPosts(draft.request.clip, posts) } };
}
