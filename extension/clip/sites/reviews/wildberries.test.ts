import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import fixture from "./wildberries.fixture.html?raw";

const ADDRESS = "https://www.wildberries.ru/catalog/200300400/feedbacks?imtId=1";

describe("a review on Wildberries", () => {
  it("is the picked one with each heading on its line, and without the seller's answer", () => {
    expect(pickedFrom(fixture, ADDRESS, ".feedback__answer .feedback__text")).toMatchObject({
      adapter: "wildberries",
      channel: "review",
      narrative: [
        "Достоинства: Глубокая",
        "Недостатки: Треснула на второй день",
        "Комментарий: Склеила, снова треснула.\nВозврат не приняли.",
      ].join("\n\n"),
      author: { name: "Домна", handle: null, profileUrl: null, platformId: null },
      permalink: null,
      permalinkKey: "wildberries:Kq7w2mXb1LrT0aZp9cYd",
      postedAt: { at: "2026-11-05T11:20:09.000Z", precision: "exact", raw: "5 ноября, 14:20" },
      rating: { value: 2, max: 5 },
      attachments: [
        { kind: "image", url: "https://feedback01.example/vol1/photos/ms.webp", alt: "Фото из отзыва" },
      ],
      sources: { narrative: "adapter", author: "adapter", postedAt: "adapter", rating: "adapter" },
      missing: { permalink: "not_shown" },
      notes: [],
    });
  });

  it("is not its neighbour, which has no id", () => {
    expect(pickedFrom(fixture, ADDRESS, ".feedback + .feedback .feedback__text")).toMatchObject({
      narrative: "Кот доволен, я тоже.",
      author: { name: "Савва" },
      permalinkKey: null,
      postedAt: { at: "2026-10-20T08:00:00.000Z" },
      rating: { value: 5, max: 5 },
    });
  });

  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector(".feedback + .feedback .feedback__text");
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
