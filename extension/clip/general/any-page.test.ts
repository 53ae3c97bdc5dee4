import { describe, expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";
import type { PageWindow } from "../page";
import fixture from "./any-page.fixture.html?raw";

const ADDRESS = "https://forum.example/topic/7";

function select(window: PageWindow, selector: string): void {
  const element = window.document.querySelector(selector);
  if (element !== null) window.getSelection()?.selectAllChildren(element);
}

describe("a post on any page", () => {
  it("is the one in its row that holds the selection, with its own author, link and time", () => {
    const window = savedPage(fixture, ADDRESS);
    select(window, "#second");
    expect(clipPage(window, { kind: "menu" }).captured).toMatchObject({
      adapter: "any-page",
      channel: "web",
      narrative: "Звоню третий день.",
      author: {
        name: "Агафья Кукушкина",
        handle: null,
        profileUrl: "https://forum.example/u/agafya",
        platformId: null,
      },
      permalink: "https://forum.example/topic/7#p2",
      permalinkKey: "url:forum.example/topic/7#p2",
      postedAt: { at: "2026-11-17T07:30:12.000Z", precision: "exact", raw: "вчера, 10:30" },
      sources: { narrative: "selection", author: "page", permalink: "page", postedAt: "time_element" },
      notes: [],
    });
  });

  it("is read whole when a link in it is clicked", () => {
    const window = savedPage(fixture, ADDRESS);
    const { captured } = clipPage(window, { kind: "menu", linkUrl: "https://forum.example/topic/7#p3" });
    expect(captured).toMatchObject({
      narrative: "А у меня всё хорошо, привезли за час.",
      author: { name: "Мирон Клестов" },
      postedAt: { at: null, precision: "day", raw: "сегодня" },
    });
  });

  it.each(["#p2", "#p3"])("is the one that the address names by %s", (hash) => {
    const { captured } = clipPage(savedPage(fixture, `${ADDRESS}${hash}`), { kind: "popup" });
    expect(captured.permalink).toBe(`${ADDRESS}${hash}`);
  });

  it("is the comment that the address names round its answers", () => {
    const comment = (id: number, name: string, words: string, inner = "") =>
      `<li id="comment-${id}" class="comment"><article><b class="author">${name}</b> <time datetime="2026-11-1${id}T10:30:00Z">-</time><p>${words}</p></article>${inner}</li>`;
    const answer = `<ol>${comment(3, "Мирон", "И у меня.")}</ol>`;
    const html = `<article><h1>Доставка</h1><p>Пишите ниже.</p></article><ol>${comment(2, "Агафья", "Не привезли.", answer)}</ol>`;
    const { captured } = clipPage(savedPage(html, `${ADDRESS}#comment-2`), { kind: "popup" });
    expect(captured).toMatchObject({
      narrative: "Не привезли.",
      author: { name: "Агафья" },
      postedAt: { at: "2026-11-12T10:30:00.000Z" },
    });
  });

  it.each(["#p99", "#top", "#'],body,['1", "#/p2"])(
    "is not guessed from an address that ends in %s",
    (hash) => {
      expect(clipPage(savedPage(fixture, `${ADDRESS}${hash}`), { kind: "popup" }).captured).toMatchObject({
        author: null,
        notes: ["post-not-found"],
      });
    },
  );

  it("is not guessed when the clicked link stands in no post", () => {
    const window = savedPage(fixture, ADDRESS);
    const { captured } = clipPage(window, { kind: "menu", linkUrl: "https://forum.example/" });
    expect(captured).toMatchObject({
      narrative: null,
      author: null,
      postedAt: null,
      sources: {},
      notes: ["post-not-found"],
    });
  });

  it("is only the selected words where nothing round them is a post", () => {
    const window = savedPage("<title>Письмо</title><div><p id=a>Верните деньги.</p></div>", ADDRESS);
    select(window, "#a");
    expect(clipPage(window, { kind: "menu" }).captured).toMatchObject({
      narrative: "Верните деньги.",
      author: null,
      permalink: null,
      sources: { narrative: "selection" },
      notes: ["post-not-found"],
    });
  });

  it("keeps the words that the menu gave where the page's selection cannot be seen", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), {
      kind: "menu",
      selectionText: "Верните деньги",
    });
    expect(captured.narrative).toBe("Верните деньги");
  });

  it("alone on its page is described by the page, which is no permalink to the front page", () => {
    const html = `<title>Отзыв</title><meta property="og:url" content="https://forum.example/"><meta name="author" content="Агафья">
      <meta property="article:published_time" content="2026-11-17T10:30:12+03:00">
      <article><h1>Отзыв</h1><p>Не привезли заказ.</p><article class="comment"><a rel="author" href="/u/x">Иной</a><p>Чужие слова</p></article></article>`;
    expect(clipPage(savedPage(html, ADDRESS), { kind: "popup" }).captured).toMatchObject({
      narrative: "Не привезли заказ.",
      subject: "Отзыв",
      author: { name: "Агафья", profileUrl: null },
      permalink: null,
      postedAt: { at: "2026-11-17T07:30:12.000Z" },
      sources: { narrative: "page", author: "open_graph", postedAt: "open_graph" },
    });
  });

  it("has no author where the page's description names nobody", () => {
    const html = `<title>Отзыв</title><meta name="author" content=" . . "><article><p>Не привезли заказ.</p></article>`;
    expect(clipPage(savedPage(html, ADDRESS), { kind: "popup" }).captured.author).toBeNull();
  });

  it("with hostile words, author and link gives text and no address", () => {
    const hostile = fixture
      .replace('class="author" href="/u/agafya"', 'class="author" href="javascript:alert(1)"')
      .replace('id="p2"', "")
      .replace('class="permalink" href="/topic/7#p2"', 'class="permalink" href="data:text/html,x"')
      .replace("Агафья Кукушкина", "&lt;img src=x onerror=alert(1)&gt;");
    const window = savedPage(hostile, ADDRESS);
    select(window, "#second");
    expect(clipPage(window, { kind: "menu" }).captured).toMatchObject({
      author: { name: "<img src=x onerror=alert(1)>", profileUrl: null },
      permalink: null,
    });
  });
});
