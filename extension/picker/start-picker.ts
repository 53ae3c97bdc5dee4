import { browser } from "wxt/browser";
import type { PostFinder, PostPreview } from "../clip/post-finder";
import { listenForPicking } from "./listen-for-picking";
import type { OpenPicker, PickAction, PickOrder } from "./pick-order";
import { pickerView } from "./picker-view";
import { type Point, underPointer } from "./under-pointer";

/** A page that takes the picker away or covers it again and again wins after so many times: the picker leaves. */
const MOST_RAISES = 20;

/**
 * Opens the picker on the page: it outlines the post under the pointer or the one that the keys have reached.
 * It sends nothing and reads nothing for the clip: the chosen elements are left on the isolated world's global,
 * and the background is told that there is something to look at.
 *
 * @param tell tells the background; one that has gone is no failure
 * @returns how many posts are recognised now; with none the picker does not open
 */
export function startPicker(
  window: Window & typeof globalThis,
  finder: PostFinder,
  order: PickOrder,
  tell: () => void,
): number {
  globalThis.otklikPicker?.remove();
  globalThis.otklikPicked = [];
  const posts = finder.posts();
  if (posts.length === 0) return 0;
  globalThis.otklikPicker = openPicker(window, finder, order, posts, tell);
  return posts.length;
}

function openPicker(
  window: Window & typeof globalThis,
  finder: PostFinder,
  { words, locale, most }: PickOrder,
  first: readonly Element[],
  tell: () => void,
): OpenPicker {
  const view = pickerView(window, locale);
  const previews = new WeakMap<Element, PostPreview>();
  let current = first.find((post) => isInView(post)) ?? first[0] ?? null;
  let marks: Element[] = [];
  let pointer: Point | null = null;
  let under: Element | null = null;
  let note: string | null = null;
  let raises = 0;
  let frame = 0;
  /** Where the keys were when their post went away. */
  let place = 0;

  view.raise();
  const focusBefore = takeFocusFromFrame();
  const stopListening = listenForPicking(window, view.host, {
    act,
    point: (at) => {
      pointer = at;
    },
    press: (at, isMarking) => {
      pointer = at;
      lookUnderPointer(true);
      if (current === null) return;
      if (isMarking || (marks.length > 0 && !marks.includes(current))) mark();
      if (!isMarking) take();
    },
    pageGoes: () => finish([], true),
    underPointer: (at) => underPointer(window, view.host, at),
  });
  step();
  return { act, remove };

  function step(): void {
    // After an update of the extension nobody listens to this script any more.
    if (browser.runtime?.id === undefined) {
      remove();
      return;
    }
    if (!stayOnTop()) {
      finish([]);
      return;
    }
    const lost = marks.filter((post) => !post.isConnected);
    if (lost.length > 0) {
      marks = marks.filter((post) => post.isConnected);
      note = words.gone;
    }
    if (current !== null && !current.isConnected) current = null;
    lookUnderPointer(false);
    draw();
    frame = window.requestAnimationFrame(step);
  }

  function stayOnTop(): boolean {
    const covered = pointer === null ? false : topmost(pointer) !== view.host;
    if (view.host.isConnected && !covered) return true;
    if (raises++ >= MOST_RAISES) return false;
    view.raise();
    return true;
  }

  function topmost({ x, y }: Point): Element | null {
    const inside = x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight;
    return inside ? window.Document.prototype.elementFromPoint.call(window.document, x, y) : view.host;
  }

  /** The post under the pointer, asked only when the pointer has come to another element. */
  function lookUnderPointer(isAsked: boolean): void {
    if (pointer === null) return;
    const element = underPointer(window, view.host, pointer);
    if (element === under && !isAsked) return;
    under = element;
    const post = element === null ? null : finder.postAt(element);
    if (post !== null) current = post;
    else if (isAsked) current = null;
  }

  function act(action: PickAction): void {
    note = null;
    switch (action) {
      case "leave":
        finish([]);
        break;
      case "take":
        take();
        break;
      case "mark":
        mark();
        break;
      case "next":
        move(1);
        break;
      case "previous":
        move(-1);
        break;
    }
  }

  /** To the next post in document order, or the one before. */
  function move(by: 1 | -1): void {
    // The keys have it now: the pointer lies where it was left.
    pointer = null;
    under = null;
    const posts = finder.posts();
    const at = current === null ? -1 : posts.indexOf(current);
    // Where the post is gone, the next one has its place.
    const to = at >= 0 ? at + by : by > 0 ? place : place - 1;
    place = Math.min(Math.max(to, 0), posts.length - 1);
    current = posts[place] ?? null;
    if (current !== null && !isInView(current)) scrollTo(current);
  }

  function mark(): void {
    if (current === null) return;
    if (marks.includes(current)) marks = marks.filter((post) => post !== current);
    else if (marks.length < most) marks = [...marks, current];
    else note = words.full.replace("{most}", String(most));
  }

  function take(): void {
    const chosen = marks.length > 0 ? marks : current === null ? [] : [current];
    if (chosen.length > 0) finish(chosen.filter((post) => post.isConnected));
  }

  function finish(chosen: readonly Element[], isGoing = false): void {
    remove();
    globalThis.otklikPicked = chosen;
    // The next picture of the page is to show nothing of the picker; a page that goes draws no more.
    if (isGoing) tell();
    else window.requestAnimationFrame(() => window.requestAnimationFrame(tell));
  }

  function remove(): void {
    window.cancelAnimationFrame(frame);
    stopListening();
    view.remove();
    focusBefore?.focus({ preventScroll: true });
    if (globalThis.otklikPicker?.remove === remove) globalThis.otklikPicker = undefined;
  }

  function draw(): void {
    const preview = current === null ? null : previewOf(current);
    const keys = marks.length > 0 ? words.marked.replace("{marked}", String(marks.length)) : words.hint;
    view.draw({
      current: current === null ? null : finder.box(current),
      marks: marks.map((post) => finder.box(post)),
      lines: [
        preview === null ? "" : (preview.author ?? words.noAuthor),
        preview === null ? "" : (preview.words ?? words.noWords),
        note === null ? keys : `${note} ${keys}`,
      ],
      isLabelOnTop: pointer !== null && pointer.y > window.innerHeight * 0.7,
    });
  }

  function previewOf(post: Element): PostPreview {
    const known = previews.get(post) ?? finder.preview(post);
    previews.set(post, known);
    return known;
  }

  function isInView(post: Element): boolean {
    const { y, height } = finder.box(post);
    return y >= 0 && y + Math.min(height, window.innerHeight * 0.6) <= window.innerHeight;
  }

  function scrollTo(post: Element): void {
    const isTall = finder.box(post).height > window.innerHeight;
    window.Element.prototype.scrollIntoView.call(post, {
      block: isTall ? "start" : "center",
      behavior: "instant",
    });
  }

  /** Keys that a frame has are not ours: then our own layer takes the focus, and gives it back. */
  function takeFocusFromFrame(): HTMLElement | null {
    const focused = window.document.activeElement;
    if (!(focused instanceof window.HTMLIFrameElement)) return null;
    view.host.tabIndex = -1;
    view.host.focus({ preventScroll: true });
    return focused;
  }
}
