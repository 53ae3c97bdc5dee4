import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./vk.fixture.html?raw";

const WALL = "https://vk.com/severny_sosedi";

const POST = {
  adapter: "vk",
  channel: "social",
  narrative: [
    "Соседи, кто заказывал в «Быстром коте»?",
    "Привезли чужой пакет,",
    "а мой — неизвестно где. 😡",
    "",
    "Заказ 5512 на 1 240 рублей. #доставка",
  ].join("\n"),
  author: {
    name: "Соседи Северного",
    handle: "@severny_sosedi",
    profileUrl: "https://vk.com/severny_sosedi",
    platformId: "-70001",
  },
  permalink: "https://vk.com/wall-70001_410",
  permalinkKey: "vk:wall-70001_410",
  postedAt: { at: "2026-11-18T16:10:00.000Z", precision: "exact", raw: "сегодня в 19:10" },
  thread: null,
  attachments: [{ kind: "image", url: "https://sun9.userapi.example/paket.jpg", alt: "Чужой пакет у двери" }],
  sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
  notes: [],
};

describe("a VK post", () => {
  it.each([
    ["on its own page", "https://vk.com/wall-70001_410"],
    ["on its own page under the other host", "https://vk.ru/wall-70001_410"],
    ["opened over the wall", "https://vk.com/severny_sosedi?w=wall-70001_410"],
  ])("%s is read whole, the folded rest too, without what it shares", (_where, address) => {
    const { captured } = clipPage(savedPage(fixture, address), { kind: "popup" });
    const profileUrl = new URL("/severny_sosedi", address).href;
    expect(captured).toMatchObject({ ...POST, author: { ...POST.author, profileUrl } });
  });

  it("in the feed is the one that was picked", () => {
    expect(pickedFrom(fixture, WALL, "[data-post-id='5001003_77'] h3")).toMatchObject({
      narrative: "Курьер «Быстрого кота» уронил пакет в лужу.\nИ уехал.",
      author: {
        name: "Пров Дятлов",
        handle: "@prov_dyatlov",
        profileUrl: "https://vk.com/prov_dyatlov",
        platformId: null,
      },
      permalink: "https://vk.com/wall5001003_77",
      permalinkKey: "vk:wall5001003_77",
      postedAt: { at: null, raw: "18 ноя 2026" },
      attachments: [{ kind: "image", url: "https://sun9.userapi.example/luzha.jpg", alt: "Пакет в луже" }],
      thread: null,
    });
  });

  it("on the mobile site of 2026 is read without the date in its heading and without what it shares", () => {
    expect(pickedFrom(fixture, "https://m.vk.ru/feed", "[data-post-id='-70002_31'] h3")).toMatchObject({
      narrative: "Второй раз суп холодный.\nКуда писать?",
      author: { name: "Дворик Северный", handle: "@dvorik_severny" },
      permalink: "https://vk.com/wall-70002_31",
      permalinkKey: "vk:wall-70002_31",
      postedAt: { at: null, raw: "12 ноя 2026" },
    });
  });

  it("on the mobile site is read with the address of the whole one", () => {
    expect(pickedFrom(fixture, "https://m.vk.com/savva_kulikov", ".wall_item .pi_text")).toMatchObject({
      narrative: "Второй час жду суп. Уже остыл.",
      author: { name: "Савва Куликов", handle: "@savva_kulikov", platformId: "5001005" },
      permalink: "https://vk.com/wall5001005_12",
      permalinkKey: "vk:wall5001005_12",
      attachments: [{ kind: "image", url: "https://sun9.userapi.example/sup.jpg", alt: null }],
    });
  });
});

describe("a VK comment", () => {
  it("that the address names is read, not its post, and says what it answers", () => {
    const window = savedPage(fixture, "https://vk.com/wall-70001_410?reply=415");
    expect(clipPage(window, { kind: "shortcut" }).captured).toMatchObject({
      narrative: "У меня так же: третий раз за неделю.\nВерните деньги.",
      author: {
        name: "Глафира Снегирёва",
        handle: null,
        profileUrl: "https://vk.com/id5001001",
        platformId: "5001001",
      },
      permalink: "https://vk.com/wall-70001_410?reply=415",
      permalinkKey: "vk:wall-70001_410_r415",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "сегодня в 20:40" },
      thread: {
        parent: {
          author: "Соседи Северного",
          permalink: "https://vk.com/wall-70001_410",
          narrative: POST.narrative,
        },
        position: 1,
      },
      attachments: null,
    });
  });

  it("in a thread answers the thread's first comment", () => {
    expect(pickedFrom(fixture, WALL, "#post-70001_418 .wall_reply_text")).toMatchObject({
      narrative: "Глафира, пишите в поддержку. Мне вернули на второй день.",
      author: { name: "Мирон Клестов", handle: "@miron_klestov", platformId: "5001002" },
      permalinkKey: "vk:wall-70001_410_r418",
      thread: {
        parent: { author: "Глафира Снегирёва", permalink: "https://vk.com/wall-70001_410?reply=415" },
        position: 2,
      },
    });
  });

  it("in the feed is read without the answer that stands within it", () => {
    expect(pickedFrom(fixture, WALL, "[id='5001003_80'] b")).toMatchObject({
      narrative: "Мне так дважды привозили.",
      author: { name: "Ульяна Галкина", profileUrl: "https://vk.com/id5001004", platformId: "5001004" },
      permalinkKey: "vk:wall5001003_77_r80",
      postedAt: { at: null, raw: "19 ноя 2026" },
      thread: { parent: { author: "Пров Дятлов", permalink: "https://vk.com/wall5001003_77" }, position: 3 },
    });
  });

  it("within another answers that one", () => {
    expect(pickedFrom(fixture, WALL, "[id='5001003_81'] [data-testid=comment-text]")).toMatchObject({
      narrative: "И вам не вернули?",
      author: { name: "Пров Дятлов", handle: "@prov_dyatlov" },
      thread: {
        parent: {
          author: "Ульяна Галкина",
          permalink: "https://vk.com/wall5001003_77?reply=80",
          narrative: "Мне так дважды привозили.",
        },
        position: 4,
      },
    });
  });

  it("on the mobile site is read", () => {
    expect(pickedFrom(fixture, "https://m.vk.com/wall5001005_12", ".ReplyItem__text")).toMatchObject({
      narrative: "И я жду.",
      author: { name: "Анфиса Сорокина", profileUrl: "https://m.vk.com/id5001006", platformId: "5001006" },
      permalink: "https://vk.com/wall5001005_12?reply=14",
      permalinkKey: "vk:wall5001005_12_r14",
    });
  });
});

describe("elsewhere on VK", () => {
  it.each(["vk.com", "vkvideo.ru"])(
    "a comment below a video on %s is read, by its own number and not by that of a post that it links to",
    (host) => {
      const text = "[id='-70001_182'] [data-testid=comment-text] a";
      expect(pickedFrom(fixture, `https://${host}/video-70001_456`, text)).toMatchObject({
        narrative: "Курьер на видео — мой, вот.",
        author: { name: "Варвара Дроздова", profileUrl: `https://${host}/id5001007`, platformId: "5001007" },
        postedAt: { at: null, raw: "18 ноя 2026" },
        permalink: "https://vk.com/video-70001_456?reply=182",
        permalinkKey: "vk:video-70001_456_r182",
        thread: { parent: null, position: 6 },
      });
    },
  );

  it("a review of a community is read, and has a key but no address", () => {
    expect(pickedFrom(fixture, "https://vk.com/reviews-70001", "[data-testid=review-name]")).toMatchObject({
      narrative: "Не рекомендую «Быстрый кот».\nЖдал два часа.",
      author: { name: "Лука Воробьёв", profileUrl: "https://vk.com/id5001008", platformId: "5001008" },
      permalink: null,
      permalinkKey: "vk:review-70001_9901",
      postedAt: { at: null, raw: "18 ноя 2026" },
      thread: null,
    });
  });
});

describe("VK", () => {
  it("leaves it open which post is meant on a wall where nothing was pointed at", () => {
    expect(clipPage(savedPage(fixture, WALL), { kind: "popup" }).captured).toMatchObject({
      narrative: null,
      permalinkKey: null,
      notes: ["post-not-found"],
    });
  });

  itTakesHostileTextAsText(fixture, "https://vk.com/wall-70001_410?reply=415");
});
