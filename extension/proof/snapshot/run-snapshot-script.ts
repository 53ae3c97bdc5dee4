import { pageOf } from "../../clip/page";
import type { ClippedPosts } from "../../clip/run-clip-script";
import { base64 } from "../../storage/base64";
import type { SnapshotParts } from "../../storage/database";
import { postScroller } from "../crop/scroll-post";
import { fillPictures } from "./fill-pictures";
import { fetchPicture } from "./read-picture";
import { SNAPSHOT_LIMITS } from "./snapshot-limits";
import { walkPosts } from "./walk-posts";

declare global {
  var otklikProofOf: SnapshotOrder | undefined;
  var otklikReadPicture: ((url: string, atMost: number) => Promise<HeldPicture | null>) | undefined;
  /** A piece of the picture that was read last, in base64. */
  var otklikPiece: ((from: number, to: number) => string) | undefined;
}

/** Of what a snapshot is wanted. */
export interface SnapshotOrder {
  /** The clip whose posts it shows. */
  readonly clipId: string;
  /** Begins the ids of its parts. */
  readonly partPrefix: string;
}

/** A picture that waits on the page's side to be fetched in pieces: one message must not hold it all. */
export interface HeldPicture {
  readonly mediaType: string;
  readonly bytes: number;
}

/** What the page gives of the posts: markup without beginning and end, so that nothing of it is trusted by itself. */
export interface PageSnapshot extends SnapshotParts {
  readonly markup: string;
  /** How many posts it shows. */
  readonly shown: number;
  readonly styles: string;
  /** Behind the post, as CSS says it. */
  readonly background: string;
  readonly isCut: boolean;
  readonly missingPictures: number;
}

/** Runs in the page once the draft is shown; null when the clip found no post. */
export async function runSnapshotScript(window: Window & typeof globalThis): Promise<PageSnapshot | null> {
  globalThis.otklikReadPicture = async (url, atMost) => {
    const blob = await fetchPicture(url, atMost);
    if (blob === null) return null;
    const held = new Uint8Array(await blob.arrayBuffer());
    globalThis.otklikPiece = (from, to) => base64(held.subarray(from, to));
    return { mediaType: blob.type, bytes: held.length };
  };
  const { clipId, partPrefix } = globalThis.otklikProofOf ?? { partPrefix: "" };
  const clipped = globalThis.otklikClipped?.get(clipId);
  const { roots = [], isMail = false } = clipped ?? {};
  const [first] = roots;
  globalThis.otklikScroll = first === undefined ? undefined : postScroller(window, first);
  if (clipped === undefined || first === undefined) return null;
  const page = pageOf(window);
  const others = new Set(othersIn(clipped));
  const { width, height } = page.box(first);
  const { writer, isCut } = await walkPosts(page, { roots, others, isMail, partPrefix }, () => nextTask());
  const { markup, missing } = await fillPictures(
    writer.pieces,
    SNAPSHOT_LIMITS.pictureBytes,
    window.devicePixelRatio || 1,
    isMail,
  );
  return {
    markup,
    shown: roots.length,
    styles: writer.styles,
    background: backgroundBehind(page, first),
    post: { width, height },
    parts: writer.parts,
    isCut,
    missingPictures: missing,
  };
}

/** A site that says too little must not cost the snapshot. */
function othersIn(clipped: ClippedPosts): readonly Element[] {
  try {
    return clipped.others();
  } catch {
    return [];
  }
}

/** Lets the page handle what waits: input, painting, its own scripts. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

const CLEAR = /^(?:transparent|rgba\(.*, 0\)|)$/;

function backgroundBehind(page: ReturnType<typeof pageOf>, root: Element): string {
  for (let element: Element | null = root; element !== null; element = page.parent(element)) {
    const colour = page.style(element).getPropertyValue("background-color");
    if (!CLEAR.test(colour)) return colour;
  }
  return "#fff";
}
