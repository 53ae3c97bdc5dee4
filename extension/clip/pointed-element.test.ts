import { describe, expect, it } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import type { ClipTrigger } from "./captured-page";
import { clipPage } from "./clip-page";
import type { PageWindow } from "./page";
import type { GesturePlace } from "./pointed-element";

const ADDRESS = "https://forum.example/topic/7";

/** Three posts; the first and the third are by the same person, the second and the third show the same picture. */
const FORUM = `<title>Тема</title><main>
  <article id="a"><a rel="author" href="/u/zoya">Зоя Ракитина</a><a href="/p/1">1</a><p id="at">Курьер не приехал вовсе.</p></article>
  <article id="b" tabindex="0"><a rel="author" href="/u/foma">Фома Ельников</a><p id="bt">Позвонили через час и извинились.</p><img src="/i/box.jpg"></article>
  <article id="c"><a rel="author" href="/u/zoya">Зоя Ракитина</a><a href="/u/zoya">ещё</a><p id="ct">Деньги вернули не все.</p><img id="ci" src="/i/box.jpg"><img src="/i/own.jpg"></article>
</main><aside id="aside"><p id="out">Реклама</p></aside>`;

const byId = ({ document }: PageWindow, id: string) => document.querySelector(`#${id}`);

/** jsdom has no layout: every box is given a place in view. */
function forum(html = FORUM): PageWindow {
  const window = savedPage(html, ADDRESS);
  const { prototype } = window.Element;
  const own = prototype.getBoundingClientRect;
  prototype.getBoundingClientRect = () => ({ x: 0, y: 10, width: 100, height: 20 }) as DOMRect;
  reset.push(() => {
    prototype.getBoundingClientRect = own;
  });
  return window;
}
const reset: (() => void)[] = [];

/** The last line of what is clipped: each post has its own. */
function wordsOf(window: PageWindow, trigger: ClipTrigger, place: GesturePlace = {}): string | null {
  const { captured } = clipPage(window, trigger, { place });
  for (const undo of reset.splice(0)) undo();
  return captured.narrative?.split("\n").at(-1) ?? null;
}

const [A, B, C] = ["Курьер не приехал вовсе.", "Позвонили через час и извинились.", "Деньги вернули не все."];

describe("the post that is meant by the menu", () => {
  it.each([
    ["the element that the browser names", "bt", B],
    ["nothing, where that element is in no post", "out", null],
  ])("is of %s", (_what, id, words) => {
    const window = forum();
    expect(wordsOf(window, { kind: "menu", targetElementId: 5 }, { target: byId(window, id) })).toBe(words);
  });

  it("is of that element also while something else is selected", () => {
    const window = forum();
    window.getSelection()?.selectAllChildren(byId(window, "at") ?? window.document.body);
    const trigger = { kind: "menu", selectionText: "Курьер не приехал вовсе." } as const;
    expect(wordsOf(window, trigger, { target: byId(window, "ct") })).toBe(C);
  });

  it.each([
    ["a link that stands once", { linkUrl: `https://forum.example/p/1` }, A],
    ["a link that stands in two posts", { linkUrl: "https://forum.example/u/zoya" }, null],
    ["a picture that stands once", { srcUrl: "https://forum.example/i/own.jpg" }, C],
    ["a picture that stands in two posts", { srcUrl: "https://forum.example/i/box.jpg" }, null],
  ])("is known by %s, or not guessed", (_what, clicked, words) => {
    expect(wordsOf(forum(), { kind: "menu", ...clicked })).toBe(words);
  });

  it("is known by a link that stands twice in the one post", () => {
    const once = FORUM.replace(
      '<a rel="author" href="/u/zoya">Зоя Ракитина</a><a href="/p/1">',
      '<a href="/p/1">',
    );
    expect(wordsOf(forum(once), { kind: "menu", linkUrl: "https://forum.example/u/zoya" })).toBe(C);
  });

  it("is of the text in which the button was pressed, not of what then lies under the pointer", () => {
    const window = forum();
    window.getSelection()?.collapse(byId(window, "at")?.firstChild ?? null, 3);
    expect(wordsOf(window, { kind: "menu" }, { hovered: byId(window, "ct") })).toBe(A);
  });

  it("is not of a caret that an earlier click left: the press has focused another post", () => {
    const window = forum();
    window.getSelection()?.collapse(byId(window, "at")?.firstChild ?? null, 3);
    const focused = byId(window, "b");
    if (focused !== null && "focus" in focused && typeof focused.focus === "function") focused.focus();
    expect(wordsOf(window, { kind: "menu" })).toBe(B);
  });

  it("is whole where a Mac selected the one word under the button", () => {
    const window = forum();
    const text = byId(window, "bt")?.firstChild ?? window.document.body;
    window.getSelection()?.setBaseAndExtent(text, 0, text, 9);
    expect(wordsOf(window, { kind: "menu", selectionText: "Позвонили" })).toBe(B);
  });
});

describe("the post that is meant by the shortcut", () => {
  it.each([
    ["under the pointer", "ct", C],
    ["in no post under the pointer, and several are there", "out", null],
  ])("%s", (_what, id, words) => {
    const window = forum();
    expect(wordsOf(window, { kind: "shortcut" }, { hovered: byId(window, id) })).toBe(words);
  });

  it("is the only one when the pointer rests elsewhere", () => {
    const one = `<article><p>Единственный отзыв о доставке.</p></article><p id="out">Меню</p>`;
    const window = forum(one);
    expect(wordsOf(window, { kind: "shortcut" }, { hovered: byId(window, "out") })).toBe(
      "Единственный отзыв о доставке.",
    );
  });

  it("stands round the open shadow in which the pointer is", () => {
    const window = forum();
    const shadow = byId(window, "bt")?.attachShadow({ mode: "open" });
    const inner = window.document.createElement("button");
    shadow?.append(inner, window.document.createElement("slot"));
    expect(wordsOf(window, { kind: "shortcut" }, { hovered: inner })).toBe(B);
  });
});

describe("what stands in a frame of another site", () => {
  const ARTICLE = `<title>Новость</title><article><h1>Задержки на линии</h1><a rel="author" href="/u/red">Редакция</a>
    <time datetime="2026-11-18T10:00:00Z">18 ноября</time><p id="own">Поезда опаздывают.</p>
    <a href="https://widget.example/zoya">Зоя</a><iframe id="foreign"></iframe></article>`;
  const COMMENT = "Жду второй час, никто не объявляет.";

  /** Into whose frame nobody sees, as when it is of another origin. */
  function article(html = ARTICLE): PageWindow {
    const window = forum(html);
    const { prototype } = window.HTMLIFrameElement;
    const own = Object.getOwnPropertyDescriptor(prototype, "contentDocument") ?? {};
    Object.defineProperty(prototype, "contentDocument", { ...own, get: () => null });
    reset.push(() => Object.defineProperty(prototype, "contentDocument", own));
    return window;
  }

  function focusFrame(window: PageWindow): void {
    const frame = byId(window, "foreign");
    if (frame !== null && "focus" in frame && typeof frame.focus === "function") frame.focus();
    expect(window.document.activeElement).toBe(frame);
  }

  function clip(window: PageWindow, trigger: ClipTrigger, place: GesturePlace = {}) {
    const { captured, roots } = clipPage(window, trigger, { place });
    for (const undo of reset.splice(0)) undo();
    expect(roots).toEqual([]);
    return captured;
  }

  const NOTHING_ELSE = {
    author: null,
    permalink: null,
    permalinkKey: null,
    postedAt: null,
    missing: { author: "reader_failed", permalink: "reader_failed", postedAt: "reader_failed" },
  };

  it.each([
    ["", {}],
    [" on a link that the page has too", { linkUrl: "https://widget.example/zoya" }],
  ])("is the selected words alone, and nobody's of the page, by the menu%s", (_where, clicked) => {
    const window = article();
    focusFrame(window);
    window.getSelection()?.selectAllChildren(byId(window, "own") ?? window.document.body);
    const trigger = { kind: "menu", isInFrame: true, selectionText: COMMENT, ...clicked } as const;
    expect(clip(window, trigger)).toMatchObject({
      narrative: COMMENT,
      sources: { narrative: "selection" },
      ...NOTHING_ELSE,
      notes: ["post-in-frame"],
    });
  });

  it("is nothing where no words are selected: the agent is asked", () => {
    const window = article();
    focusFrame(window);
    expect(clip(window, { kind: "menu", isInFrame: true })).toMatchObject({
      narrative: null,
      ...NOTHING_ELSE,
      notes: ["post-in-frame", "post-not-found"],
    });
  });

  it("is nothing for the shortcut with the pointer over it", () => {
    const window = article();
    const place = { hovered: byId(window, "foreign") };
    expect(clip(window, { kind: "shortcut" }, place)).toMatchObject({
      narrative: null,
      ...NOTHING_ELSE,
      notes: ["post-in-frame", "post-not-found"],
    });
  });

  it("does not point at the post round it by having the focus", () => {
    const window = article(ARTICLE.replace("foreign", "first") + ARTICLE);
    focusFrame(window);
    expect(clip(window, { kind: "popup" })).toMatchObject({ author: null, notes: ["post-not-found"] });
  });
});
