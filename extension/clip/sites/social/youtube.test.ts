import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { youtube } from "./youtube";
import fixture from "./youtube.fixture.html?raw";

const ADDRESS = "https://www.youtube.com/watch?v=kotKOT12345";
const COMMENT = `${ADDRESS}&lc=UgxAAAABBBBCCCCDDDD4AaABAg`;
const MOMENT = { now: new Date("2026-11-20T12:00:00Z"), zone: "Europe/Moscow" };
const WORDS = "Заказал ужин и ждал три часа.\n\nЧто было дальше: «не приехали».";
const clip = (html: string, address = ADDRESS) =>
  clipPage(savedPage(html, address), { kind: "popup" }, { moment: MOMENT }).captured;

function clipSelected(selector: string) {
  const window = savedPage(fixture, ADDRESS);
  const words = window.document.querySelector(selector);
  if (words !== null) window.getSelection()?.selectAllChildren(words);
  return clipPage(window, { kind: "menu" }, { moment: MOMENT }).captured;
}

describe("YouTube", () => {
  it("gives a video's description, its title apart, its instant by the player's data", () => {
    expect(clip(fixture, `${ADDRESS}&t=42s`)).toMatchObject({
      adapter: "youtube",
      channel: "social",
      subject: "Едим с «Быстрым котом»",
      narrative: WORDS,
      author: {
        name: "Пров ест",
        handle: "@prov_est",
        profileUrl: "https://www.youtube.com/@prov_est",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: "yt:kotKOT12345",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
      thread: null,
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "open_graph" },
      notes: [],
    });
  });

  it("gives the comment that was selected, its time as long ago as it says", () => {
    expect(clipSelected("#content-text span")).toMatchObject({
      narrative: "У меня так же было.\nЗаказ 512 не отдали 😾",
      subject: null,
      author: { name: null, handle: "@lukerya-s", profileUrl: "https://www.youtube.com/@lukerya-s" },
      permalink: COMMENT,
      permalinkKey: "yt:kotKOT12345/UgxAAAABBBBCCCCDDDD4AaABAg",
      postedAt: { precision: "relative", raw: "2 дня назад" },
      thread: { parent: null, position: 1 },
    });
  });

  it("gives an answer with the comment that it stands under", () => {
    expect(clipSelected("#replies #content-text")).toMatchObject({
      narrative: "Напишите в поддержку",
      author: { handle: "@bystry_kot" },
      permalinkKey: "yt:kotKOT12345/UgxAAAABBBBCCCCDDDD4AaABAg.A1b2C3d4",
      thread: {
        parent: {
          author: "@lukerya-s",
          permalink: COMMENT,
          narrative: "У меня так же было.\nЗаказ 512 не отдали 😾",
        },
        position: 2,
      },
    });
  });

  it("gives the comment that the page's address names", () => {
    expect(clip(fixture, COMMENT).author?.handle).toBe("@lukerya-s");
  });

  const plain = fixture.replace(/<ytd-app>[\s\S]*/, "");
  it.each([
    ["the player's data", plain, WORDS],
    [
      "microdata and the head",
      plain.replace(/<script[\s\S]*?<\/script>/, ""),
      "Заказал ужин и ждал три часа. Что было дальше...",
    ],
  ])("gives a video without its markup by %s", (_what, html, narrative) => {
    expect(clip(html)).toMatchObject({
      adapter: "youtube",
      subject: "Едим с «Быстрым котом»",
      narrative,
      author: { name: "Пров ест", handle: "@prov_est" },
      permalink: ADDRESS,
      permalinkKey: "yt:kotKOT12345",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
    });
  });

  it("does not take the only comment for the video", () => {
    const comment = /<ytd-comment-view-model[\s\S]*?<\/ytd-comment-view-model>/.exec(fixture)?.[0] ?? "";
    expect(clip(plain + comment)).toMatchObject({ narrative: WORDS, permalinkKey: "yt:kotKOT12345" });
  });

  it("does not take the data of the video before", () => {
    expect(clip(plain, ADDRESS.replace("kotKOT12345", "kotKOT00000"))).toMatchObject({
      narrative: null,
      author: null,
    });
  });

  it.each([
    ["/shorts/kotKOT12345", "yt:kotKOT12345"],
    ["https://youtu.be/kotKOT12345?si=1", "yt:kotKOT12345"],
    ["/watch?v=kotKOT12345&lc=UgxAAAABBBBCCCCDDDD4AaABAg", "yt:kotKOT12345/UgxAAAABBBBCCCCDDDD4AaABAg"],
    ["/@prov_est", null],
  ])("has the key of its address %s", (path, key) => {
    expect(youtube.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
