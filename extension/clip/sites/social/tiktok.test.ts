import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { tiktok } from "./tiktok";
import fixture from "./tiktok.fixture.html?raw";

const ID = "7709567679023026176";
const ADDRESS = `https://www.tiktok.com/@prov.snimaet/video/${ID}`;
const WORDS = "Распаковка от «Быстрого кота»: всё раздавлено #жалоба";
const MOMENT = { now: new Date("2026-11-18T20:00:00Z"), zone: "Europe/Moscow" };
const clip = (html: string) => clipPage(savedPage(html, ADDRESS), { kind: "popup" }).captured;
const head = fixture.replace(/<body>[\s\S]*/, "");
const data = (id: string, json: string) =>
  `${head}<script id="${id}" type="application/json">${json}</script>`;

function clipSelected(selector: string) {
  const window = savedPage(fixture, ADDRESS);
  const words = window.document.querySelector(selector);
  if (words !== null) window.getSelection()?.selectAllChildren(words);
  return clipPage(window, { kind: "menu" }, { moment: MOMENT }).captured;
}

describe("TikTok", () => {
  it("gives a video's words and author as shown, its instant by the page's data", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "tiktok",
      channel: "social",
      narrative: WORDS.replace(": ", ":\n"),
      author: {
        name: "Пров снимает",
        handle: "@prov.snimaet",
        profileUrl: "https://www.tiktok.com/@prov.snimaet",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: `tiktok:${ID}`,
      postedAt: { at: "2026-11-18T17:40:07.000Z", precision: "exact" },
      thread: null,
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "open_graph" },
      notes: [],
    });
  });

  it("gives the comment that was selected, its time as long ago as it says, and the video that it answers", () => {
    expect(clipSelected("[data-e2e=comment-level-1]")).toMatchObject({
      adapter: "tiktok",
      narrative: "Мне тоже раздавили.\nДеньги не отдали",
      author: { name: "Лукерья", handle: "@lukerya_s", profileUrl: "https://www.tiktok.com/@lukerya_s" },
      permalink: null,
      permalinkKey: null,
      postedAt: { at: "2026-11-18T18:00:00.000Z", precision: "relative", raw: "2 ч. назад" },
      thread: { parent: { author: "Пров снимает", permalink: ADDRESS, narrative: WORDS }, position: 1 },
    });
    expect(clipSelected("[data-e2e=comment-level-2]")).toMatchObject({
      narrative: "Напишите нам",
      author: { name: "Быстрый кот" },
      thread: { position: 2 },
    });
  });

  it.each([
    ["today's data", fixture.replace(/<div id="app">[\s\S]*(?=<script)/, "")],
    [
      "the data of 2022",
      data(
        "SIGI_STATE",
        `{"ItemModule":{"${ID}":{"id":"${ID}","desc":"${WORDS}","createTime":"1795023607","author":"prov.snimaet","nickname":"Пров снимает"}}}`,
      ),
    ],
    [
      "the data of 2020",
      data(
        "__NEXT_DATA__",
        `{"props":{"pageProps":{"itemInfo":{"itemStruct":{"id":"${ID}","desc":"${WORDS}","createTime":1795023607,"author":{"uniqueId":"prov.snimaet","nickname":"Пров снимает"}}}}}}`,
      ),
    ],
  ])("gives a video without its markup by %s", (_what, html) => {
    expect(clip(html)).toMatchObject({
      adapter: "tiktok",
      narrative: WORDS,
      author: { name: "Пров снимает", handle: "@prov.snimaet" },
      permalink: ADDRESS,
      permalinkKey: `tiktok:${ID}`,
      postedAt: { at: "2026-11-18T17:40:07.000Z", precision: "exact" },
    });
  });

  it("without data is told by a head that counts before the words", () => {
    const head = `<meta property="og:url" content="${ADDRESS}"><meta property="og:title" content="TikTok · Пров снимает"><meta property="og:description" content="1,204 likes, 55 comments. “Где заказ?”">`;
    expect(clip(head)).toMatchObject({ narrative: "Где заказ?", author: { name: "Пров снимает" } });
  });

  it.each([
    ["another video's data", data("SIGI_STATE", `{"ItemModule":{"1":{"id":"1","desc":"Чужое"}}}`)],
    ["broken data", data("SIGI_STATE", `{"ItemModule":{"${ID}":`)],
  ])("does not take %s: the head tells, and the id the time", (_what, html) => {
    expect(clip(html)).toMatchObject({
      narrative: WORDS,
      author: { name: "Пров снимает", handle: "@prov.snimaet" },
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "minute" },
    });
  });

  it("leaves the name of the sound out of the words that the head tells", () => {
    const told = `<meta property="og:title" content="x"><meta property="og:description" content="12 Likes, 3 Comments. TikTok video from Пров (@prov.snimaet): &quot;Раздавлено. Всё.&quot;. original sound - Пров.">`;
    expect(clip(told)).toMatchObject({ narrative: "Раздавлено. Всё.", author: { name: "Пров" } });
  });

  it.each([
    [`/@prov.snimaet/video/${ID}`, `tiktok:${ID}`],
    [`/@prov.snimaet/photo/${ID}`, `tiktok:${ID}`],
    [`/embed/v2/${ID}`, `tiktok:${ID}`],
    [`/v/${ID}.html`, `tiktok:${ID}`],
    ["/@prov.snimaet", null],
  ])("has the key of its address %s", (path, key) => {
    expect(tiktok.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
