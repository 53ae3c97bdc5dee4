import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { redditKey } from "./reddit";
import fixture from "./reddit.fixture.html?raw";

const ADDRESS = "https://www.reddit.com/r/dostavka/comments/1kot88/bystry_kot_poteryal/";
const COMMENT = "https://www.reddit.com/r/dostavka/comments/1kot88/comment/mno333/";
const clip = (html: string, linkUrl?: string) =>
  clipPage(savedPage(html, ADDRESS), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl })
    .captured;

describe("a post on Reddit", () => {
  it("at its own address is read whole, its title apart", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "reddit",
      channel: "social",
      subject: "«Быстрый кот» потерял заказ",
      narrative: "Ждал до полуночи.\n\nНомер 9021, сайт молчит.",
      author: {
        name: "prov_dyatlov",
        handle: "u/prov_dyatlov",
        profileUrl: "https://www.reddit.com/user/prov_dyatlov/",
        platformId: "t2_aaa1",
      },
      permalink: ADDRESS,
      permalinkKey: "reddit:t3_1kot88",
      postedAt: { at: "2026-11-18T17:40:05.123Z", precision: "exact", raw: "3 ч. назад" },
      thread: null,
      attachments: [{ kind: "image", url: "https://preview.redd.example/1.jpeg", alt: "Пустая коробка" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("that is a comment is read when it is clicked, without the answers to it", () => {
    expect(clip(fixture, COMMENT)).toMatchObject({
      subject: null,
      narrative: "И у меня потеряли.\n\nТретий раз.",
      author: { name: "Lukerya77", profileUrl: "https://www.reddit.com/user/Lukerya77/" },
      permalink: COMMENT,
      permalinkKey: "reddit:t1_mno333",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact" },
      thread: {
        parent: {
          author: "prov_dyatlov",
          permalink: ADDRESS,
          narrative: "Ждал до полуночи.\n\nНомер 9021, сайт молчит.",
        },
        position: 1,
      },
    });
  });

  it("that is an answer names what it answers, and nobody where its author left", () => {
    const window = savedPage(fixture, ADDRESS);
    const words = window.document.querySelector("[thingid=t1_pqr444] p");
    if (words !== null) window.getSelection()?.selectAllChildren(words);
    expect(clipPage(window, { kind: "menu" }).captured).toMatchObject({
      narrative: "Пишите в банк.",
      author: null,
      permalinkKey: "reddit:t1_pqr444",
      thread: { parent: { author: "Lukerya77", permalink: COMMENT }, position: 2 },
    });
  });

  it("of 2019 shows hours alone, and its instant is in the page's data", () => {
    const old = `<div class="Post t3_1kot88" id="t3_1kot88" data-testid="post-container"><a href="/user/prov_dyatlov/">u/prov_dyatlov</a>
      <a data-click-id="timestamp" href="${ADDRESS}">3 hours ago</a><h1>Заголовок</h1>
      <div data-test-id="post-content"><div data-click-id="text"><div class="RichTextJSON-root"><p>Ждал до полуночи.</p></div></div></div></div>
      <div id="t1_mno333"><div class="Comment t1_mno333 top-level"><a href="/user/Lukerya77/">Lukerya77</a><div data-testid="comment"><p>И у меня.</p></div></div></div>
      <script id="data">window.___r = {"posts":{"models":{"t3_1kot88":{"author":"prov_dyatlov","authorId":"t2_aaa1","created":1795023605000,"title":"} {"}}}};</script>`;
    expect(clip(old)).toMatchObject({
      subject: "Заголовок",
      narrative: "Ждал до полуночи.",
      author: { name: "prov_dyatlov", platformId: "t2_aaa1" },
      permalink: ADDRESS,
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "3 hours ago" },
    });
  });

  it("without its markup is told by JSON-LD, and its title and author by the head", () => {
    const head = fixture.replace(/<body>[\s\S]*/, "");
    const told = `<script type="application/ld+json">{"@type":"DiscussionForumPosting","text":"Ждал до полуночи.","datePublished":"2026-11-18T17:40:05.123Z","url":"${ADDRESS}"}</script>`;
    expect(clip(head + told)).toMatchObject({
      subject: "«Быстрый кот» потерял заказ",
      narrative: "Ждал до полуночи.",
      author: { name: "prov_dyatlov", handle: "u/prov_dyatlov" },
      permalinkKey: "reddit:t3_1kot88",
      postedAt: { at: "2026-11-18T17:40:05.123Z" },
    });
    expect(clip(head)).toMatchObject({ narrative: null, author: { name: "prov_dyatlov" } });
  });

  it("without its markup is told by the plain description of 2025, the other being of the community", () => {
    const head = `<meta name="description" content="Ждал до полуночи. Номер…"><meta property="og:url" content="${ADDRESS}?seeker-session=true">
      <meta property="og:title" content="From the dostavka community on Reddit: Потеряли"><meta property="og:description" content="Explore this post and more from the dostavka community">`;
    expect(clip(head)).toMatchObject({
      narrative: "Ждал до полуночи. Номер…",
      subject: "Потеряли",
      author: null,
    });
  });

  it("that holds its words in a slot without further marks is read without what is pressed", () => {
    const words = '<div slot="text-body"><p>Ждал.</p><p>Молчат.</p><button>Read more</button></div>';
    const bare = fixture.replace(/<div slot="text-body">[\s\S]*?<\/div><\/div>/, words);
    expect(clip(bare).narrative).toBe("Ждал.\n\nМолчат.");
  });

  it.each([
    ["/r/dostavka/comments/1kot88/bystry_kot_poteryal/", "reddit:t3_1kot88"],
    ["/r/dostavka/comments/1kot88/comment/mno333/", "reddit:t1_mno333"],
    ["/r/dostavka/comments/1kot88/slug/mno333", "reddit:t1_mno333"],
    ["/comments/1kot88", "reddit:t3_1kot88"],
    ["/user/prov_dyatlov/comments/1kot88/slug/", "reddit:t3_1kot88"],
    ["/gallery/1kot88", "reddit:t3_1kot88"],
    ["/r/dostavka/", null],
  ])("has the key of its address %s", (path, key) => {
    expect(redditKey(new URL(path, ADDRESS))).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
