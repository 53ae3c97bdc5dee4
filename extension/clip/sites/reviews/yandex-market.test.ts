import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import fixture from "./yandex-market.fixture.html?raw";

const ADDRESS = "https://market.yandex.ru/card/sumka-termos-bystry-kot/1730001/reviews";
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a review on Yandex Market", () => {
  it("is the picked one, with its headings, its grade from the site's own data and no answer of the shop", () => {
    expect(pickedFrom(fixture, ADDRESS, "[data-auto='review-description'] span", MOMENT)).toMatchObject({
      adapter: "yandex-market",
      channel: "review",
      narrative: [
        "Достоинства: Рыжая, как на картинке",
        "Недостатки: Не держит тепло",
        "Комментарий: Термос держит тепло полчаса, обещали четыре часа. Вернуть не дают.",
      ].join("\n"),
      author: { name: "Улита Б.", handle: null, profileUrl: null, platformId: null },
      permalink: null,
      permalinkKey: "yandex-market:4b1c9e0a-1111-4222-8333-94aa5be60001",
      postedAt: { at: null, precision: "day", day: "2026-11-10", raw: "10 ноября" },
      rating: { value: 2, max: 5 },
      attachments: [
        { kind: "image", url: "https://avatars.example/get-market-ugc/12/sumka/120x120", alt: null },
      ],
      sources: { narrative: "adapter", author: "adapter", rating: "adapter" },
      missing: { permalink: "not_shown" },
      notes: [],
    });
  });

  it("is not its neighbour, and a place in the list is no key", () => {
    expect(pickedFrom(fixture, ADDRESS, "#review-2", MOMENT)).toMatchObject({
      narrative: "Удобная, лёгкая, влезает обед на двоих.",
      author: { name: "Карп" },
      permalinkKey: null,
      postedAt: { day: "2026-10-02" },
      rating: { value: 5, max: 5 },
    });
  });

  it("does not take the grade of a list that holds several", () => {
    const merged = fixture
      .replaceAll(/<div data-zone-name="productReview" data-zone-data='[^']*'>/g, "<div>")
      .replace(`{"count":31}`, `{"count":31,"grade":1}`)
      .replace(/<script.*<\/script>/s, "");
    expect(pickedFrom(merged, ADDRESS, "#review-2", MOMENT).rating).toBeNull();
  });

  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector("#review-2 [data-auto='review-description']");
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
