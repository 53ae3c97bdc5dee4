import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { discourse } from "./discourse";
import fixture from "./discourse.fixture.html?raw";

const TOPIC = "https://forum.dvor.example/t/dostavka-ne-priehala/5512";
const FIRST = {
  adapter: "discourse",
  channel: "social",
  narrative: "Третий раз «Быстрый кот» не привозит заказ.\nНомер 5512 😡\n\nbystry-kot.example",
  subject: "Доставка не приехала",
  author: {
    name: "Глафира Снегирёва",
    handle: "@glafira",
    profileUrl: "https://forum.dvor.example/u/glafira",
    platformId: "71",
  },
  permalink: TOPIC,
  permalinkKey: "discourse:forum.dvor.example/t/5512/1",
  postedAt: { at: "2026-11-18T17:40:05.123Z", precision: "exact", raw: "4 дн." },
  attachments: [{ kind: "image", url: "https://forum.dvor.example/uploads/chek_600.jpeg", alt: "Чек" }],
  thread: null,
  sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
};

describe("on a Discourse forum", () => {
  it("the first post is the one of the topic's address, with the title apart and linked pages as links", () => {
    expect(clipPage(savedPage(fixture, TOPIC), { kind: "popup" }).captured).toMatchObject(FIRST);
  });

  it("the post whose number the address ends with is read, without what it quotes", () => {
    const window = savedPage(fixture, `${TOPIC}/2`);
    expect(clipPage(window, { kind: "popup" }).captured).toMatchObject({
      narrative: "У меня то же самое.\n\nЖдал до полуночи.",
      subject: null,
      author: { name: "miron", handle: "@miron", platformId: "72" },
      permalink: `${TOPIC}/2`,
      permalinkKey: "discourse:forum.dvor.example/t/5512/2",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact" },
      thread: {
        parent: { author: "Глафира Снегирёва", permalink: TOPIC, narrative: FIRST.narrative },
        position: 2,
      },
    });
  });

  it("the post that was picked is read, and names whom it answers where the forum does", () => {
    expect(pickedFrom(fixture, TOPIC, "#post_3 .cooked p")).toMatchObject({
      narrative: "Проверим.",
      author: { handle: "@podderzhka" },
      thread: { parent: { author: "miron", permalink: null, narrative: null }, position: 3 },
    });
  });

  it("served without scripts is read by the same names", () => {
    const served = `<head><meta name="generator" content="Discourse 2026.11.0"></head><body>
      <div id="topic-title"><h1><a href="/t/dostavka-ne-priehala/5512">Доставка не приехала</a></h1></div>
      <div id="post_2" itemprop="comment" itemscope itemtype="http://schema.org/Comment" class="topic-body crawler-post">
        <div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="https://forum.dvor.example/u/miron"><span itemprop="name">miron</span></a></span>
        <span class="crawler-post-infos"><time itemprop="datePublished" datetime="2026-11-18T18:05:00Z" class="post-time">Ноябрь 18, 2026, 6:05</time></span></div>
        <div class="post" itemprop="text"><p>У меня то же самое.</p></div></div></body>`;
    expect(clipPage(savedPage(served, `${TOPIC}/2`), { kind: "popup" }).captured).toMatchObject({
      adapter: "discourse",
      narrative: "У меня то же самое.",
      author: { name: "miron", handle: "@miron", profileUrl: "https://forum.dvor.example/u/miron" },
      permalinkKey: "discourse:forum.dvor.example/t/5512/2",
      postedAt: { at: "2026-11-18T18:05:00.000Z" },
    });
  });

  it.each([
    ["https://forum.example/t/5512", "discourse:forum.example/t/5512/1"],
    ["https://forum.example/t/5512/7", "discourse:forum.example/t/5512/7"],
    ["https://forum.example/t/slug-2/5512/7?u=x", "discourse:forum.example/t/5512/7"],
    ["https://forum.example/forum/t/slug/5512", "discourse:forum.example/t/5512/1"],
    ["https://forum.example/latest", null],
  ])("the address %s is of %s", (address, key) => {
    expect(discourse.keyOf?.(new URL(address))).toBe(key);
  });

  it("a page of any other forum is not read as one", () => {
    const other = fixture.replace(/<meta name="generator"[^>]*>/, "");
    expect(clipPage(savedPage(other, `${TOPIC}/2`), { kind: "popup" }).captured.adapter).toBe("any-page");
  });

  itTakesHostileTextAsText(fixture, `${TOPIC}/2`);
});
