import { describe, expect, it, onTestFinished } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";
import type { PageWindow } from "../page";
import { postFinder } from "../post-finder";

const ADDRESS = "https://paper.example/news/7";

const comment = (who: string, day: number, words: string) =>
  `<div class="body"><a class="author" href="/u/${day}">${who}</a> <time datetime="2026-11-${day}T10:00:00Z">-</time><p>${words}</p></div>`;

const COMMENTS = [
  comment("Зоя Чижова", 11, "Поезд опоздал на час."),
  comment("Фома Грачёв", 12, "И мой опоздал."),
  comment("Мирон Клестов", 13, "Деньги за билет не вернули."),
  comment("Агафья Кукушкина", 14, "Жалобу приняли сразу."),
];

const ARTICLE = `<article><h1>Задержки на линии</h1><a rel="author" href="/u/red">Редакция</a><p>Поезда опаздывают.</p></article>`;

/** As a page of web components draws itself: each comment in the open shadow of an element of its own. */
function drawn(before: string, draw: (host: Element, words: string) => void): PageWindow {
  const hosts = COMMENTS.map(() => "<my-comment></my-comment>").join("");
  const window = savedPage(`${before}<my-comments>${hosts}</my-comments>`, ADDRESS);
  const { prototype } = window.Element;
  const own = prototype.getBoundingClientRect;
  // Nothing is laid out here: every box is given a size.
  prototype.getBoundingClientRect = () => ({ x: 0, y: 10, width: 100, height: 20 }) as DOMRect;
  const all = [...window.document.querySelectorAll("my-comment")];
  for (const [index, host] of all.entries()) draw(host, COMMENTS[index] ?? "");
  onTestFinished(() => {
    prototype.getBoundingClientRect = own;
  });
  return window;
}

const inItsShadow = (host: Element, words: string) => {
  host.attachShadow({ mode: "open" }).innerHTML = `<style>p { margin: 0 }</style>${words}`;
};

/** The same with the parts of a comment in shadows of their own. */
const inPieces = (host: Element, words: string) => {
  host.attachShadow({ mode: "open" }).innerHTML = "<my-head></my-head><my-words></my-words>";
  const [head = "", text = ""] = words.split(/(?=<p>)/);
  for (const [name, part] of [
    ["my-head", head],
    ["my-words", text],
  ] as const) {
    const piece = host.shadowRoot?.querySelector(name);
    if (piece) piece.attachShadow({ mode: "open" }).innerHTML = part;
  }
};

describe.each([
  ["open shadows", inItsShadow],
  ["shadows within shadows", inPieces],
])("posts that are drawn in %s", (_what, draw) => {
  it("are found by the picker, each by itself and in order", () => {
    const finder = postFinder(drawn(ARTICLE, draw));
    expect(finder.posts().map((post) => finder.preview(post))).toEqual([
      { author: "Редакция", words: "Поезда опаздывают." },
      { author: "Зоя Чижова", words: "Поезд опоздал на час." },
      { author: "Фома Грачёв", words: "И мой опоздал." },
      { author: "Мирон Клестов", words: "Деньги за билет не вернули." },
      { author: "Агафья Кукушкина", words: "Жалобу приняли сразу." },
    ]);
  });

  it("are clipped by the shortcut with the pointer in one of them, and not the article above", () => {
    const window = drawn(ARTICLE, draw);
    const shadow = [...window.document.querySelectorAll("my-comment")][2]?.shadowRoot;
    const hovered = (shadow?.querySelector("my-words")?.shadowRoot ?? shadow)?.querySelector("p");
    const { captured, roots } = clipPage(window, { kind: "shortcut" }, { place: { hovered } });
    expect(roots.map(({ localName }) => localName)).toEqual(["my-comment"]);
    expect(captured).toMatchObject({
      narrative: "Деньги за билет не вернули.",
      author: { name: "Мирон Клестов", profileUrl: "https://paper.example/u/13" },
      postedAt: { at: "2026-11-13T10:00:00.000Z" },
      notes: [],
    });
  });

  it("do not stand before the article that the page is about", () => {
    const { captured } = clipPage(drawn(ARTICLE, draw), { kind: "popup" });
    expect(captured).toMatchObject({ narrative: "Поезда опаздывают.", author: { name: "Редакция" } });
  });
});

it("an answer in the shadow of a comment is a post of its own, and no part of the comment", () => {
  const window = drawn("", inItsShadow);
  const [first] = window.document.querySelectorAll("my-comment");
  const answer = window.document.createElement("my-comment");
  inItsShadow(answer, comment("Служба", 15, "Разбираемся."));
  first?.shadowRoot?.append(answer);
  const at = (root: Element | null | undefined) =>
    clipPage(window, { kind: "shortcut" }, { place: { hovered: root?.shadowRoot?.querySelector("p") } })
      .captured;
  expect(at(first)).toMatchObject({ narrative: "Поезд опоздал на час.", author: { name: "Зоя Чижова" } });
  expect(at(answer)).toMatchObject({ narrative: "Разбираемся.", author: { name: "Служба" } });
});
