import type { Page } from "../../clip/page";
import {
  boxOfWords,
  drawnWords,
  isLeftOut,
  isUnseen,
  keptAttributes,
  otherAddresses,
  shownPicture,
  unfolded,
} from "./kept-element";
import { markupText } from "./markup-text";
import { shownChildrenOf } from "./shown-children";
import { Slices, SNAPSHOT_LIMITS, type SnapshotLimits } from "./snapshot-limits";
import { SnapshotWriter } from "./snapshot-writer";
import { backgroundAddress, type InheritedStyle, visibleStyle } from "./visible-style";

/** Tags that say something and that every parser takes wherever they stand; any other is a `div` or a `span`. */
const KEPT_TAGS = new Set([
  ...["article", "section", "blockquote", "time", "em", "strong", "code", "del", "ins", "sub", "sup", "mark"],
]);

/** What is known of the posts before they are walked. */
export interface PostsToWalk {
  readonly roots: readonly Element[];
  /** Areas of other people within the posts. */
  readonly others: ReadonlySet<Element>;
  readonly isMail: boolean;
  /** Begins the ids of the parts. */
  readonly partPrefix: string;
}

export interface WalkedPosts {
  readonly writer: SnapshotWriter;
  /** A limit was reached before the end. */
  readonly isCut: boolean;
}

interface Visit {
  readonly node: Node;
  /** Of the root of a post, which one it is, from 0. */
  readonly post?: number;
  /** Null for the root of a post. */
  readonly inherited: InheritedStyle | null;
  readonly isOthers: boolean;
  /** Its parent is not seen, though it may be itself. */
  readonly isMuted: boolean;
}

/**
 * Reads what is shown of the posts, element by element, giving the page its turn in between. Only what is
 * named here is written, so that nothing that runs, asks the network or was typed by the agent comes along.
 *
 * @param pause gives the page its turn
 */
export async function walkPosts(
  page: Page,
  { roots, others, isMail, partPrefix }: PostsToWalk,
  pause: () => Promise<void>,
  limits: SnapshotLimits = SNAPSHOT_LIMITS,
): Promise<WalkedPosts> {
  const origin = roots[0] === undefined ? { x: 0, y: 0 } : page.box(roots[0]);
  const writer = new SnapshotWriter(origin, partPrefix);
  const slices = new Slices(limits, pause);
  const childrenOf = shownChildrenOf(page);
  let nodes = 0;
  // A text waits to be written as it is: the end of an element.
  const waiting: (Visit | string)[] = roots
    .map((node, post) => ({ node, post, inherited: null, isOthers: false, isMuted: false }))
    .reverse();
  let isCut = false;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "string") {
      writer.write(next);
      continue;
    }
    nodes += 1;
    isCut ||=
      nodes > limits.nodes || writer.characters > limits.characters || slices.isOver || page.overBudget;
    // What is open is still closed.
    if (isCut) continue;
    if (slices.isDue) await slices.giveTurn();
    const { node } = next;
    if (page.isElement(node))
      waiting.push(...writeElement(page, writer, { ...next, node }, { others, isMail, childrenOf }));
    else if (page.isText(node) && !next.isMuted) writer.write(markupText(page.data(node)));
  }
  return { writer, isCut };
}

/** Writes an element's beginning. Returns what is still to be written, the last of it first. */
function writeElement(
  page: Page,
  writer: SnapshotWriter,
  visit: Visit & { readonly node: Element },
  known: Pick<PostsToWalk, "others" | "isMail"> & { readonly childrenOf: (element: Element) => Node[] },
): (Visit | string)[] {
  const { node, inherited } = visit;
  const { others, isMail, childrenOf } = known;
  const isOthers = visit.isOthers || others.has(node);
  if (isLeftOut(page, node)) {
    // Not in the snapshot, but on the pictures: a face may well be drawn as an icon is.
    if (isOthers) writer.part("picture", isOthers, page.box(node));
    return [];
  }
  const tag = page.tag(node);
  if (tag === "br") return ["<br>"];
  const style = page.style(node);
  if (isUnseen(page, node, style)) return [];
  const isMuted = /hidden|collapse/.test(style.getPropertyValue("visibility"));
  const isPicture = tag === "img" || tag === "video";
  const seen = visibleStyle(style, inherited, isPicture);
  const className = writer.className(seen.text);
  const alt = page.attribute(node, "alt") ?? page.attribute(node, "aria-label") ?? "";
  const picture = (url: string) =>
    writer.picture(
      { element: node, isBackground: !isPicture, url, alt, box: page.box(node), className },
      isOthers,
      otherAddresses(page, node),
    );
  if (isPicture) {
    if (!isMuted) picture(shownPicture(page, node));
    return [];
  }
  const children = unfolded(page, node, childrenOf(node));
  const words = isMuted
    ? []
    : children.filter((child) => page.isText(child) && page.data(child).trim() !== "");
  const drawnBefore = isMuted ? "" : drawnWords(page, node, "::before");
  const drawnAfter = isMuted ? "" : drawnWords(page, node, "::after");
  const hasWords = words.length > 0 || drawnBefore + drawnAfter !== "";
  // Where drawn words stand within their element nobody tells.
  const room = drawnBefore + drawnAfter === "" ? boxOfWords(page, node, words) : page.box(node);
  const part = hasWords ? ` data-part="${writer.part("words", isOthers, room)}"` : "";
  const name = KEPT_TAGS.has(tag) ? tag : /^inline/.test(style.getPropertyValue("display")) ? "span" : "div";
  const isRoot = visit.post !== undefined;
  // A frame of the snapshot's own, as high as the post was: what is drawn outside of it is not shown.
  if (isRoot) {
    const height = Math.ceil(Math.max(page.box(node).height, 0));
    writer.write(`<div data-post="${visit.post}" style="min-block-size:${height}px">`);
  }
  writer.write(`<${name}${part}${keptAttributes(page, node, isMail)} class="${className}"`);
  const background = isMuted ? null : backgroundAddress(style);
  if (background !== null) picture(background);
  writer.write(`>${drawnBefore}`);
  const inside = children.map((child) => ({ node: child, inherited: seen.inherited, isOthers, isMuted }));
  return [`${drawnAfter}</${name}>${isRoot ? "</div>" : ""}`, ...inside.reverse()];
}
