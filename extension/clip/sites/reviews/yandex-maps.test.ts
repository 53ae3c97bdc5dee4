import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { yandexMaps } from "./yandex-maps";
import fixture from "./yandex-maps.fixture.html?raw";

const ADDRESS = "https://yandex.ru/maps/org/bystry_kot/123456789012/reviews/?ll=37.6%2C55.7&z=16";
const SHARED =
  "https://yandex.ru/maps/org/123456789012/reviews?reviews%5BpublicId%5D=7khx434nbxqb0nu1hnu1tcey4c";

describe("a review on Yandex Maps", () => {
  it("is the picked one, without the organisation's answer", () => {
    expect(pickedFrom(fixture, ADDRESS, ".business-review-view__body")).toMatchObject({
      adapter: "yandex-maps",
      channel: "review",
      narrative:
        "Забирала заказ сама: пункт закрыт, а в приложении «готово к выдаче».\nПолчаса стояла под дождём.",
      author: {
        name: "Пелагея Ручьёва",
        handle: null,
        profileUrl: "https://yandex.ru/maps/user/7khx434nbxqb0nu1hnu1tcey4c",
        platformId: "7khx434nbxqb0nu1hnu1tcey4c",
      },
      permalink: SHARED,
      permalinkKey: "yandex-maps:123456789012/7khx434nbxqb0nu1hnu1tcey4c",
      postedAt: { at: "2026-11-15T08:21:33.120Z", precision: "exact", raw: "15 ноября" },
      rating: { value: 1, max: 5 },
      attachments: [
        { kind: "image", url: "https://avatars.example/get-altay/1/dver/M", alt: "Закрытая дверь" },
      ],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("is still the reviewer's when the organisation's answer was picked", () => {
    const captured = pickedFrom(fixture, ADDRESS, ".business-review-comment-content__bubble");
    expect(captured.narrative).toMatch(/^Забирала заказ сама/);
  });

  it("of a person without a profile has no address, and its stars are counted", () => {
    const captured = pickedFrom(
      fixture,
      ADDRESS,
      ".business-reviews-card-view__review + .business-reviews-card-view__review .business-review-view__body",
    );
    expect(captured).toMatchObject({
      narrative: "Пирожки хорошие, место тесное.",
      author: { name: "Фрол", profileUrl: null, platformId: null },
      permalink: null,
      permalinkKey: null,
      postedAt: { at: "2025-12-30T17:00:00.000Z" },
      rating: { value: 4, max: 5 },
    });
  });

  it.each([
    [SHARED, "yandex-maps:123456789012/7khx434nbxqb0nu1hnu1tcey4c"],
    ["https://yandex.ru/maps/org/bystry_kot/123456789012/reviews/", null],
    ["https://yandex.ru/maps/213/moscow/?reviews%5BpublicId%5D=7khx434nbxqb0nu1hnu1tcey4c", null],
  ])("has the key of its shared address: %s", (address, key) => {
    expect(yandexMaps.keyOf?.(new URL(address)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, SHARED);
});
