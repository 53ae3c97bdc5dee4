import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./odnoklassniki.fixture.html?raw";

const TOPIC = "https://ok.ru/severny.sosedi/topic/155500100";
const WORDS = "Заказ 5512 так и не приехал.\n«Быстрый кот» молчит.\n\nКто ещё ждёт?";
const COMMENT = "[data-seen-params*=MTc5_a1]";

describe("on Odnoklassniki", () => {
  it("the topic that has the page is read in all its parts, without its comments", () => {
    expect(clipPage(savedPage(fixture, TOPIC), { kind: "popup" }).captured).toMatchObject({
      adapter: "odnoklassniki",
      channel: "social",
      narrative: WORDS,
      author: {
        name: "Соседи Северного",
        handle: "severny.sosedi",
        profileUrl: "https://ok.ru/severny.sosedi",
        platformId: null,
      },
      permalink: TOPIC,
      permalinkKey: "ok:topic/155500100",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
      attachments: [{ kind: "image", url: "https://i.okcdn.example/chek.jpg", alt: "Чек" }],
      thread: null,
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("a comment is read whole though it is folded, and has a key but no address", () => {
    expect(pickedFrom(fixture, TOPIC, `${COMMENT} .js-text-full`)).toMatchObject({
      narrative: "И у меня третий раз за неделю.\nДеньги не вернули.",
      author: {
        name: "Глафира Снегирёва",
        handle: null,
        profileUrl: "https://ok.ru/profile/500100100",
        platformId: "500100100",
      },
      permalink: null,
      permalinkKey: "ok:topic/155500100-cMTc5_a1",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact", raw: "18 ноя 21:05" },
      thread: {
        parent: { author: "Соседи Северного", permalink: TOPIC, narrative: WORDS },
        position: 1,
      },
    });
  });

  it("a comment in the markup of 2026 is read", () => {
    expect(pickedFrom(fixture, TOPIC, "[data-seen-params*=MTc5_a3] .comments_text")).toMatchObject({
      narrative: "Тоже жду.",
      author: { name: "Савва Дроздов", platformId: "500100300" },
      permalinkKey: "ok:topic/155500100-cMTc5_a3",
      postedAt: { at: "2026-11-18T19:43:20.000Z", precision: "exact", raw: "18 ноя 22:43" },
    });
  });

  it("an answer names the comment that it answers", () => {
    expect(pickedFrom(fixture, TOPIC, "[data-seen-params*=MTc5_a2] .comments_text")).toMatchObject({
      narrative: "Напишите нам номер заказа.",
      author: { name: "Поддержка", handle: "podderzhka.kota", platformId: null },
      permalinkKey: "ok:topic/155500100-cMTc5_a2",
      thread: {
        parent: {
          author: "Глафира Снегирёва",
          permalink: null,
          narrative: "И у меня третий раз за неделю.\nДеньги не вернули.",
        },
        position: 2,
      },
    });
  });

  it("a post in the feed is the one that was picked", () => {
    expect(pickedFrom(fixture, "https://ok.ru/feed", ".feed-w .media-text_cnt_tx")).toMatchObject({
      narrative: "Курьер перепутал подъезд.",
      author: { name: "Мирон Клестов", platformId: "500100200" },
      permalink: "https://ok.ru/profile/500100200/statuses/155500200",
      permalinkKey: "ok:topic/155500200",
      postedAt: { at: null, raw: "18 ноя" },
      thread: null,
    });
  });

  itTakesHostileTextAsText(fixture, TOPIC);
});
