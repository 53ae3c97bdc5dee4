import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./telegram.fixture.html?raw";

const HEAD_ONLY = `<title>Telegram: Contact @severny_sosedi</title>
  <meta property="og:title" content="Соседи Северного">
  <meta property="og:description" content="Доставка не приехала.\n\nВерните деньги.">
  <meta property="al:ios:url" content="tg://resolve?domain=severny_sosedi&amp;post=4107"><body></body>`;
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
  thread: {
    parent: {
      author: "Соседи Северного",
      permalink: "https://t.me/severny_sosedi/4101",
      narrative: "Доброе утро, соседи.",
    },
    position: null,
  },
  attachments: [{ kind: "image", url: "https://cdn1.telegram-cdn.example/file/chek.jpg", alt: null }],
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
    ["of a message in a topic", "https://t.me/severny_sosedi/12/4107"],
  ])("is the one that the address names, in an address %s", (_case, address) => {
    expect(clipPage(savedPage(fixture, address), { kind: "shortcut" }).captured).toMatchObject(MESSAGE);
  });

  it("that is forwarded is the channel's, and says whose words it passes on and what hangs on it", () => {
    expect(pickedFrom(fixture, FEED, "[data-post='severny_sosedi/4110'] .js-message_text")).toMatchObject({
      narrative: "Пакет «Быстрого кота» у мусорки.\nВидео с подъезда.",
      author: {
        name: "Соседи Северного",
        handle: "@severny_sosedi",
        profileUrl: "https://t.me/severny_sosedi",
      },
      permalinkKey: "tg:severny_sosedi/4110",
      postedAt: { at: "2026-11-18T18:12:40.000Z", precision: "exact", raw: "21:12" },
      thread: {
        parent: { author: "Мирон Клестов", permalink: "https://t.me/miron_klestov", narrative: null },
        position: null,
      },
      sources: { postedAt: "adapter" },
      attachments: [
        { kind: "video", url: "https://cdn1.telegram-cdn.example/file/v.mp4", alt: null },
        { kind: "image", url: "https://cdn1.telegram-cdn.example/file/p.jpg", alt: null },
        { kind: "file", url: null, alt: "чек-5512.pdf" },
      ],
    });
  });

  it("of the service itself is read as it is shown", () => {
    expect(pickedFrom(fixture, FEED, "[data-post='severny_sosedi/4112'] time")).toMatchObject({
      narrative: "Соседи Северного pinned «Доставка не приехала»",
      author: { name: "Соседи Северного", handle: "@severny_sosedi" },
      permalinkKey: "tg:severny_sosedi/4112",
      attachments: [{ kind: "image", url: "https://cdn1.telegram-cdn.example/file/s.jpg", alt: null }],
      thread: null,
    });
  });

  it("without words in a group is its member's, and has no words", () => {
    expect(pickedFrom(fixture, FEED, "[data-post='severny_dvor/77'] time")).toMatchObject({
      narrative: null,
      missing: { narrative: "not_shown" },
      author: {
        name: "Анфиса Сорокина",
        handle: "@anfisa_sorokina",
        profileUrl: "https://t.me/anfisa_sorokina",
        platformId: null,
      },
      permalink: "https://t.me/severny_dvor/77",
      postedAt: { at: "2026-11-18T19:00:00.000Z", precision: "exact" },
    });
  });

  it("is told by the head of its page where the frame did not come, without a time", () => {
    expect(
      clipPage(savedPage(HEAD_ONLY, "https://t.me/severny_sosedi/4107"), { kind: "popup" }).captured,
    ).toMatchObject({
      adapter: "telegram",
      narrative: "Доставка не приехала.\n\nВерните деньги.",
      author: {
        name: "Соседи Северного",
        handle: "@severny_sosedi",
        profileUrl: "https://t.me/severny_sosedi",
      },
      permalink: "https://t.me/severny_sosedi/4107",
      permalinkKey: "tg:severny_sosedi/4107",
      postedAt: null,
      sources: { narrative: "open_graph", author: "open_graph" },
    });
  });

  it("is not told by a head that speaks of the channel or of another message", () => {
    const window = savedPage(HEAD_ONLY, "https://t.me/severny_sosedi/410");
    expect(clipPage(window, { kind: "popup" }).captured.narrative).toBeNull();
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
