import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./telegram.fixture.html?raw";

const FEED = "https://t.me/s/severny_sosedi";
const WORDS = [
  "Доставка «Быстрый кот» третий раз не приехала.",
  "Заказ 5512, оплачен вчера 😡",
  "",
  "Курьер пишет:",
  "— буду через час,",
  "— и выключает телефон.",
  "Верните деньги: bystry-kot.example/zakaz/5512",
].join("\n");

const MESSAGE = {
  adapter: "telegram",
  channel: "social",
  narrative: WORDS,
  author: {
    name: "Глафира Снегирёва",
    handle: "@severny_sosedi",
    profileUrl: "https://t.me/severny_sosedi",
    platformId: null,
  },
  permalink: "https://t.me/severny_sosedi/4107",
  permalinkKey: "tg:severny_sosedi/4107",
  postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "20:40" },
  sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
  notes: [],
};

describe("a Telegram message", () => {
  it("is the one in which the agent clicked a link, without the message that it answers", () => {
    const { captured } = clipPage(savedPage(fixture, FEED), {
      kind: "menu",
      linkUrl: "https://bystry-kot.example/zakaz/5512",
    });
    expect(captured).toMatchObject(MESSAGE);
  });

  it.each([
    ["with the channel's feed", "https://t.me/s/severny_sosedi/4107"],
    ["of one message", "https://t.me/severny_sosedi/4107"],
  ])("is the one that the address names, in an address %s", (_case, address) => {
    expect(clipPage(savedPage(fixture, address), { kind: "shortcut" }).captured).toMatchObject(MESSAGE);
  });

  it("is not guessed on a feed where nothing was pointed at", () => {
    const { captured } = clipPage(savedPage(fixture, FEED), { kind: "popup" });
    expect(captured).toMatchObject({
      channel: "social",
      narrative: null,
      permalink: null,
      notes: ["post-not-found"],
    });
  });

  it("is read from the frame that shows it at its own address", () => {
    const outer = `<title>Telegram</title><iframe id="telegram-post-severny_sosedi-4107"></iframe>`;
    const window = savedPage(outer, "https://t.me/severny_sosedi/4107");
    const inner = window.document.querySelector("iframe")?.contentDocument;
    inner?.write(fixture);
    expect(clipPage(window, { kind: "popup" }).captured).toMatchObject(MESSAGE);
  });

  it("is read on no other host, however it is called", () => {
    const { captured } = clipPage(savedPage(fixture, "https://not-t.me/severny_sosedi/4107"), {
      kind: "popup",
    });
    expect(captured.adapter).toBe("any-page");
  });

  it("with hostile words and a hostile name of the post gives text and no address", () => {
    const hostile = fixture
      .replaceAll('data-post="severny_sosedi/4107"', 'data-post="x/../javascript:alert(1)"')
      .replace("Курьер пишет:", "&lt;script&gt;alert(1)&lt;/script&gt;<style>p{}</style>");
    const { captured } = clipPage(savedPage(hostile, FEED), {
      kind: "menu",
      linkUrl: "https://bystry-kot.example/zakaz/5512",
    });
    expect(captured.narrative).toContain("\n<script>alert(1)</script>\n— буду");
    expect(captured).toMatchObject({ permalink: null, permalinkKey: null });
  });

  itTakesHostileTextAsText(fixture, "https://t.me/severny_sosedi/4107");
});
