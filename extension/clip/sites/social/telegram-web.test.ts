import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./telegram-web.fixture.html?raw";

const NAMED = "https://web.telegram.org/k/#@severny_sosedi";
const NUMBERED = "https://web.telegram.org/k/#-1234567890";
const FIRST = "[data-mid='4565499904'] .message";

describe("in Telegram Web K", () => {
  it("a message of a group with a name is read without its marks, and has a public address", () => {
    expect(pickedFrom(fixture, NAMED, FIRST)).toMatchObject({
      adapter: "telegram-web",
      channel: "social",
      narrative: "Я заказывала.\nТретий раз не везут 😡",
      author: { name: "Глафира Снегирёва", handle: null, profileUrl: null, platformId: "5001001" },
      permalink: "https://t.me/severny_sosedi/4128",
      permalinkKey: "tg:severny_sosedi/4128",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "18 ноября 2026, 20:40:05" },
      thread: {
        parent: { author: "Мирон Клестов", permalink: null, narrative: "Кто заказывал?" },
        position: null,
      },
      attachments: [{ kind: "image", url: null, alt: null }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("a message of a group without a name has no address that others could open", () => {
    expect(pickedFrom(fixture, NUMBERED, FIRST)).toMatchObject({
      permalink: null,
      permalinkKey: "tg:c/1234567890/4128",
    });
  });

  it("a further message of the same person is that person's", () => {
    expect(pickedFrom(fixture, NAMED, "[data-mid='4565565440'] .message")).toMatchObject({
      narrative: "Верните деньги.",
      author: { name: "Глафира Снегирёва", platformId: "5001001" },
      permalinkKey: "tg:severny_sosedi/4129",
      thread: null,
    });
  });

  it("the agent's own message has no author: its name is not shown", () => {
    expect(pickedFrom(fixture, NAMED, "[data-mid='4565630976'] .message")).toMatchObject({
      narrative: "Разберёмся.",
      author: null,
      postedAt: { at: "2026-11-18T17:46:40.000Z", raw: "18 ноября, 20:46" },
    });
  });

  it("a channel's message is the channel's", () => {
    const channel = fixture
      .replace("bubble hide-name is-in", "bubble channel-post is-in")
      .replace(/<div class="name"[^>]*>.*?<\/div>/, "");
    expect(pickedFrom(channel, NAMED, FIRST).author).toEqual({
      name: "Соседи Северного",
      handle: "@severny_sosedi",
      profileUrl: "https://t.me/severny_sosedi",
      platformId: "-1234567890",
    });
  });

  it("a talk of two gives neither address nor key: each side counts its messages for itself", () => {
    const talk = fixture.replace(
      /<span class="peer-title" data-peer-id="-[^<]*/,
      '<span class="peer-title" data-peer-id="5001001">Глафира Снегирёва',
    );
    const address = "https://web.telegram.org/k/#@glafira_s";
    expect(pickedFrom(talk, address, "[data-mid='77'] .message")).toMatchObject({
      narrative: "Лично: где курьер?",
      author: {
        name: "Глафира Снегирёва",
        handle: "@glafira_s",
        profileUrl: "https://t.me/glafira_s",
        platformId: "5001001",
      },
      permalink: null,
      permalinkKey: null,
    });
  });
});

describe("in Telegram Web A", () => {
  const ADDRESS = "https://web.telegram.org/a/#-1001234567890";

  it("a message is read with the day that stands above it, under the same key as in K", () => {
    expect(pickedFrom(fixture, ADDRESS, "#message-4107 .text-content")).toMatchObject({
      narrative: "Обещали вчера.\nНе вернули.",
      author: { name: "Мирон Клестов", handle: null, platformId: null },
      permalink: null,
      permalinkKey: "tg:c/1234567890/4107",
      postedAt: { raw: "18 ноября, 21:05" },
      thread: { parent: { author: "Поддержка", permalink: null, narrative: "Разберёмся." } },
    });
  });
});

describe("Telegram Web", () => {
  it("leaves it open which message is meant where nothing was pointed at", () => {
    expect(clipPage(savedPage(fixture, NAMED), { kind: "popup" }).captured).toMatchObject({
      narrative: null,
      notes: ["post-not-found"],
    });
  });

  itTakesHostileTextAsText(fixture, NAMED, { kind: "menu" }, (window) => {
    const message = window.document.querySelector(FIRST);
    if (message !== null) window.getSelection()?.selectAllChildren(message);
  });
});
