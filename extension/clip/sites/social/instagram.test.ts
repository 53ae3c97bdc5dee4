import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { pageOf } from "../../page";
import { instagram } from "./instagram";
import fixture from "./instagram.fixture.html?raw";

const ADDRESS = "https://www.instagram.com/p/Df5EDqXgBCS/";
const WORDS = '«Быстрый кот» привёз разбитые банки.\n\nПоддержка: "ждите". Жду неделю 😡';
const HEAD = fixture.replace(/<body>[\s\S]*/, "");
const clip = (html: string, linkUrl?: string) =>
  clipPage(savedPage(html, ADDRESS), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl })
    .captured;

describe("a post on Instagram", () => {
  it("at its own address is read whole", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "instagram",
      channel: "social",
      narrative: WORDS,
      author: {
        name: "lukerya.s",
        handle: "@lukerya.s",
        profileUrl: "https://www.instagram.com/lukerya.s/",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: "ig:Df5EDqXgBCS",
      postedAt: { at: "2026-11-18T17:40:12.000Z", precision: "exact" },
      thread: null,
      attachments: [{ kind: "image", url: "https://scontent.example/1.jpg", alt: "Разбитые банки" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("that is a comment is read when it is clicked, and says what it stands under", () => {
    const clicked = `${ADDRESS}c/18001234567890123/`;
    expect(clip(fixture, clicked)).toMatchObject({
      narrative: "И мне разбили.\nДеньги не вернули.",
      author: { name: "savva.d", handle: "@savva.d" },
      permalink: clicked,
      permalinkKey: "ig:Df5EDqXgBCS/18001234567890123",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact" },
      thread: { parent: { author: "lukerya.s", permalink: ADDRESS, narrative: WORDS }, position: 1 },
    });
  });

  it.each([
    ["the title", HEAD],
    ["the description", HEAD.replace(/<meta property="og:title"[\s\S]*?'>/, "")],
    [
      "another language",
      HEAD.replace("on Instagram:", "в Instagram:").replace("likes, 37 comments", "отметок, 37"),
    ],
  ])("without its markup is told by %s, the caption alone, its instant by its address", (_what, head) => {
    expect(clip(head)).toMatchObject({
      adapter: "instagram",
      narrative: WORDS,
      author: {
        name: "Лукерья Сорокина",
        handle: "@lukerya.s",
        profileUrl: "https://www.instagram.com/lukerya.s/",
      },
      permalink: ADDRESS,
      permalinkKey: "ig:Df5EDqXgBCS",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "minute" },
      sources: { narrative: "open_graph", postedAt: "address" },
    });
  });

  it("tells the day in words where its code counts by no clock", () => {
    expect(instagram.describe?.(pageOf(savedPage(HEAD, ADDRESS)))?.postedAt).toMatchObject({
      at: null,
      precision: "day",
      day: "2026-11-18",
      raw: "November 18, 2026",
    });
  });

  it.each([
    ["/reel/Df5EDqXgBCS/?igsh=1", "ig:Df5EDqXgBCS"],
    ["/lukerya.s/p/Df5EDqXgBCS/", "ig:Df5EDqXgBCS"],
    ["/p/Df5EDqXgBCS/c/18001234567890123/r/18/", "ig:Df5EDqXgBCS/18001234567890123"],
    ["/lukerya.s/", null],
  ])("has the key of its address %s", (path, key) => {
    expect(instagram.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
