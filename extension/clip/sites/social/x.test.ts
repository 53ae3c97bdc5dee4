import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { x } from "./x";
import fixture from "./x.fixture.html?raw";

const ADDRESS = "https://x.com/klyueva_u/status/2123108997002170368";
const clip = (html: string, address = ADDRESS, linkUrl?: string) =>
  clipPage(savedPage(html, address), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl })
    .captured;

describe("a post on X", () => {
  it("at its own address is read whole, without the post that it quotes", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "x",
      channel: "social",
      narrative:
        "Заказ от «Быстрого кота» едет пятый час.\nНомер 7713.\n\n@bystry_kot верните деньги 😡🇷🇺 bystry-kot.example/zakaz…",
      author: {
        name: "Ульяна Клюева 🌲",
        handle: "@klyueva_u",
        profileUrl: "https://x.com/klyueva_u",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: "x:status/2123108997002170368",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "8:40 PM · 18 нояб. 2026 г." },
      thread: {
        parent: {
          author: "Лев Озеров",
          permalink: "https://x.com/lev_ozerov/status/2123098658042810368",
          narrative: "Кто-нибудь ещё ждёт «Быстрого кота»?",
        },
        position: null,
      },
      attachments: [
        { kind: "image", url: "https://pbs.twimg.example/media/F1.jpg", alt: "Чек на 980 рублей" },
      ],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("that was clicked is read, not the one at the page's address", () => {
    const clicked = "https://x.com/savva_d/status/2123115267486650368";
    expect(clip(fixture, ADDRESS, clicked)).toMatchObject({
      narrative: "У меня то же самое:\nкурьер пропал.",
      author: { name: "Савва Дроздов", handle: "@savva_d" },
      permalink: clicked,
      postedAt: { at: "2026-11-18T18:05:00.000Z" },
      thread: { parent: null, position: 1 },
    });
  });

  it("keeps its line breaks where the page was saved without its style", () => {
    expect(clip(fixture.replace(/<style>.*<\/style>/, "")).narrative).toContain(
      "час.\nНомер 7713.\n\n@bystry_kot",
    );
  });

  it("is read by its address when the page leads to it under the old name", () => {
    expect(clip(fixture, ADDRESS.replace("x.com", "twitter.com")).author?.name).toBe("Ульяна Клюева 🌲");
  });

  it("of old Twitter is read by its markup of then", () => {
    const old = `<div class="permalink-tweet-container"><div class="tweet permalink-tweet" data-tweet-id="440322224407314432" data-screen-name="prov_d">
      <a class="account-group" href="/prov_d"><strong class="fullname">Пров Дятлов</strong><span class="username">@<b>prov_d</b></span></a>
      <small class="time"><a href="/prov_d/status/440322224407314432" class="tweet-timestamp" title="12:00 - 3 мар. 2014 г."><span class="_timestamp" data-time="1393815973">3 мар.</span></a></small>
      <p class="tweet-text">Опять нет курьера<br>Второй день <img class="Emoji" alt="😿"> <a href="https://t.co/b"><span class="invisible">http://www.</span>kot.example<span class="tco-ellipsis">…</span></a></p>
      <div class="QuoteTweet"><p class="QuoteTweet-text tweet-text">Чужое</p></div></div></div>
      <ol><li><div class="tweet" data-tweet-id="440322224407399999"><p class="tweet-text">Сочувствую</p></div></li></ol>`;
    expect(clip(old, "https://twitter.com/prov_d/status/440322224407314432")).toMatchObject({
      narrative: "Опять нет курьера\nВторой день 😿 kot.example",
      author: { name: "Пров Дятлов", handle: "@prov_d", profileUrl: "https://twitter.com/prov_d" },
      permalinkKey: "x:status/440322224407314432",
      postedAt: { at: "2014-03-03T03:06:13.747Z", precision: "exact" },
      sources: { postedAt: "address" },
    });
  });

  it.each([
    ["og:title with the handle", "Ульяна (@klyueva_u) on X", "«Где заказ?»", "Ульяна", "«Где заказ?»"],
    ["og:title of Twitter", "Ульяна on Twitter", "“Где заказ?”", "Ульяна", "Где заказ?"],
    ["a title in another language", "Ульяна в X: «Где заказ?» / X", "", "Ульяна", "Где заказ?"],
    ["a name with the same sign", "Ульяна on X (@klyueva_u) on X", "Где заказ?", "Ульяна on X", "Где заказ?"],
  ])("without its markup is told by the head: %s", (_rule, title, words, name, narrative) => {
    const head = `<meta property="og:url" content="https://twitter.com/klyueva_u/status/2123108997002170368"><meta property="og:title" content="${title}"><meta property="og:description" content="${words}">`;
    expect(clip(head)).toMatchObject({
      adapter: "x",
      narrative,
      author: { name, handle: "@klyueva_u", profileUrl: "https://x.com/klyueva_u" },
      permalink: ADDRESS,
      permalinkKey: "x:status/2123108997002170368",
      postedAt: { at: x.postedAtOf?.("x:status/2123108997002170368")?.at, precision: "exact", raw: null },
      sources: { narrative: "open_graph", author: "open_graph", postedAt: "address" },
    });
  });

  it("without its markup and its head is told by the title, behind the count of what is new", () => {
    const title = `<head><title>(3) Ульяна on X: "Где заказ?" / X</title></head>`;
    expect(clip(title)).toMatchObject({ narrative: "Где заказ?", author: { name: "Ульяна" } });
  });

  it.each(["X 上的 Ульяна：“Где заказ？” / X", "Xユーザーのウリヤナさん: 「Где заказ」 / X"])(
    "has no author where it is not clear which part of the title %s is the name, but for the handle",
    (title) => {
      expect(clip(`<head><title>${title}</title></head>`).author).toMatchObject({
        name: null,
        handle: "@klyueva_u",
      });
    },
  );

  it("is not told by a head that was left from another post", () => {
    const head = `<link rel="canonical" href="https://x.com/prov_d/status/440322224407314432"><meta property="og:title" content="Пров on X"><meta property="og:description" content="Чужое">`;
    expect(clip(head)).toMatchObject({ narrative: null, author: null });
  });

  it.each([
    ["/klyueva_u/status/21/photo/1", "x:status/21"],
    ["/i/web/status/21", "x:status/21"],
    ["/klyueva_u/statuses/21", "x:status/21"],
    ["/klyueva_u/status/21x", null],
    ["/klyueva_u", null],
  ])("has the key of its address %s", (path, key) => {
    expect(x.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
