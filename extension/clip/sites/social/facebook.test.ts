import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { facebook } from "./facebook";
import fixture from "./facebook.fixture.html?raw";

const ADDRESS = "https://www.facebook.com/lukerya.s/posts/1220000000000001";
const MOMENT = { now: new Date("2026-11-18T20:05:00Z"), zone: "Europe/Moscow" };
const clip = (html: string, address = ADDRESS, linkUrl?: string) =>
  clipPage(savedPage(html, address), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl }, {
    moment: MOMENT,
  }).captured;

/** The plain pages for old phones: a post and a comment. */
const MOBILE = `<div id="m_story_permalink_view"><div><div data-ft='{"top_level_post_id":"456","page_insights":{"1":{"post_context":{"publish_time":1795023605}}}}'>
  <div><header><table><tr><td><header><h3><strong><a href="/lukerya.s?refid=52&amp;_ft_=x">Лукерья Сорокина</a></strong></h3></header></td></tr></table></header>
  <div data-ft="x"><div><p>Курьер не приехал.</p><p>Жду ответа.</p></div></div><div data-ft="y"><a href="https://lm.facebook.com/l.php?u=x"><h3>Чужая статья</h3></a></div></div>
  <footer data-ft="z"><div><abbr>22 ч</abbr></div></footer></div></div>
  <div id="ufi_456"><div><div id="777"><div><h3><a href="/profile.php?id=100001234567&amp;refid=52">Савва Дроздов</a></h3><div>И ко мне</div><div></div><div><a href="/a/comment.php?like_comment_id=777">Нравится</a> <abbr>вчера в 21:40</abbr></div></div></div></div></div></div>`;
const STORY = "https://mbasic.facebook.com/story.php?story_fbid=456&id=100009";

describe("a post on Facebook", () => {
  it("at its own address is read whole, its instant from the page's data", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "facebook",
      channel: "social",
      narrative: "«Быстрый кот» не приехал.\nЗаказ 818. 😡",
      author: {
        name: "Лукерья Сорокина",
        handle: "lukerya.s",
        profileUrl: "https://www.facebook.com/lukerya.s",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: "fb:1220000000000001",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
      thread: null,
      attachments: [{ kind: "image", url: "https://scontent.example/1.jpg", alt: "Пустой стол" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "open_graph" },
      notes: [],
    });
  });

  it("that is a comment is read when it is clicked, its time as long ago as it says", () => {
    const clicked = `${ADDRESS}?comment_id=990000000000001&__tn__=R`;
    expect(clip(fixture, ADDRESS, clicked)).toMatchObject({
      narrative: "И ко мне тоже.\nДеньги не вернули.",
      author: { name: "Савва Дроздов", handle: "savva.d", profileUrl: "https://www.facebook.com/savva.d" },
      permalink: `${ADDRESS}?comment_id=990000000000001`,
      permalinkKey: "fb:1220000000000001/990000000000001",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "relative", raw: "2 ч." },
      thread: { parent: { author: "Лукерья Сорокина", permalink: ADDRESS }, position: 1 },
    });
  });

  it("that shares another is read without that one's words, and by the date that its link tells", () => {
    const shared = `<div role="main"><div aria-posinset="1"><div data-ad-rendering-role="profile_name"><h2><a href="https://www.facebook.com/savva.d">Савва Дроздов</a></h2></div>
      <a href="https://www.facebook.com/savva.d/posts/1220000000000002" aria-label="18 ноября 2026 г. в 14:05"><span>з</span><span>е</span></a>
      <div data-ad-rendering-role="story_message"><div data-ad-comet-preview="message">И у нас так же.</div></div>
      <div><h4><a href="https://www.facebook.com/bystrykot">Быстрый кот</a></h4><div data-ad-rendering-role="story_message"><div data-ad-preview="message">Мы открылись</div></div></div></div></div>`;
    expect(clip(shared, "https://www.facebook.com/savva.d/posts/1220000000000002")).toMatchObject({
      narrative: "И у нас так же.",
      author: { name: "Савва Дроздов" },
      postedAt: { at: "2026-11-18T11:05:00.000Z", precision: "minute" },
    });
  });

  it.each([
    ["the time of its own", '<abbr data-utime="1795023605">2 ч.</abbr>', "2026-11-18T17:40:05.000Z", "exact"],
    ["the label, for want of any other", "", "2026-11-18T18:05:00.000Z", "relative"],
  ])("whose link is labelled with how long ago has %s", (_whose, own, at, precision) => {
    const post = `<div role="main"><div aria-posinset="1"><h2><a href="https://www.facebook.com/savva.d">Савва Дроздов</a></h2>${own}
      <a href="https://www.facebook.com/savva.d/posts/1220000000000002" aria-label="2 ч."><span>з</span><span>е</span></a>
      <div data-ad-rendering-role="story_message">Не приехал.</div></div></div>`;
    expect(clip(post, "https://www.facebook.com/savva.d/posts/1220000000000002").postedAt).toMatchObject({
      at,
      precision,
    });
  });

  it("on the plain pages is read without the page that it shares", () => {
    expect(clip(MOBILE, STORY)).toMatchObject({
      narrative: "Курьер не приехал.\n\nЖду ответа.",
      author: {
        name: "Лукерья Сорокина",
        handle: "lukerya.s",
        profileUrl: "https://mbasic.facebook.com/lukerya.s",
      },
      permalinkKey: "fb:456",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "22 ч" },
    });
  });

  it("on the plain pages is a comment where one is selected", () => {
    const window = savedPage(MOBILE, STORY);
    const words = window.document.querySelector("[id='777'] h3 + div");
    if (words !== null) window.getSelection()?.selectAllChildren(words);
    expect(clipPage(window, { kind: "menu" }, { moment: MOMENT }).captured).toMatchObject({
      narrative: "И ко мне",
      author: { name: "Савва Дроздов", handle: null, platformId: "100001234567" },
      permalinkKey: "fb:456/777",
      postedAt: { at: "2026-11-17T18:40:00.000Z", precision: "minute", raw: "вчера в 21:40" },
      thread: { parent: { author: "Лукерья Сорокина" }, position: 1 },
    });
  });

  const head = fixture.replace(/<body>[\s\S]*/, "");
  it("without its markup is told by the head", () => {
    expect(clip(head, `${ADDRESS}?ref=share`)).toMatchObject({
      adapter: "facebook",
      narrative: "«Быстрый кот» не приехал. Заказ 818.",
      author: { name: "Лукерья Сорокина" },
      permalink: ADDRESS,
      permalinkKey: "fb:1220000000000001",
      postedAt: null,
    });
  });

  it.each([
    ["Лукерья Сорокина", "Лукерья Сорокина"],
    ["Лукерья Сорокина - Где заказ? | Facebook", "Лукерья Сорокина"],
    ["9 тыс. просмотров · 2 реакции | Где заказ? | Лукерья Сорокина | Facebook", "Лукерья Сорокина"],
    ["9K views · 2 reactions | Где заказ? | By Лукерья Сорокина | Facebook", "Лукерья Сорокина"],
  ])("has its author in the title %s", (title, name) => {
    expect(clip(`<meta property="og:title" content="${title}">`).author?.name).toBe(name);
  });

  it("has no instant where the page's data tells several", () => {
    const data = (time: number) => `<script type="application/json">{"creation_time":${time}}</script>`;
    expect(clip(head + data(1_795_023_605) + data(1_795_023_605)).postedAt?.at).toBe(
      "2026-11-18T17:40:05.000Z",
    );
    expect(clip(head + data(1_795_023_605) + data(1_795_000_000)).postedAt).toBeNull();
  });

  it.each([
    ["/lukerya.s/posts/pfbid02abcdefghijklmnopqrstuvwxyz", "fb:pfbid02abcdefghijklmnopqrstuvwxyz"],
    ["/lukerya.s/posts/slova/1220000000000001", "fb:1220000000000001"],
    ["/groups/55555/permalink/1220000000000001/", "fb:1220000000000001"],
    ["/permalink.php?story_fbid=1220000000000001&id=1", "fb:1220000000000001"],
    ["/photo/?fbid=1220000000000001", "fb:1220000000000001"],
    ["/watch/?v=1220000000000001", "fb:1220000000000001"],
    ["/reel/1220000000000001", "fb:1220000000000001"],
    ["/lukerya.s", null],
  ])("has the key of its address %s", (path, key) => {
    expect(facebook.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
