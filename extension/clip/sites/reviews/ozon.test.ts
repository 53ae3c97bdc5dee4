import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./ozon.fixture.html?raw";

const ADDRESS = "https://www.ozon.ru/product/ryukzak-kurera-1415400098/reviews/";
const ID = "018e6618-0f91-75a4-9d14-9337b00e169b";
const OTHER = "018e6618-0f91-75a4-9d14-000000000002";
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a review on Ozon", () => {
  it("is the picked one, with its headings, and without what is asked, sold and answered round it", () => {
    expect(pickedFrom(fixture, ADDRESS, ".q3r_29 span", MOMENT)).toMatchObject({
      adapter: "ozon",
      channel: "review",
      narrative: [
        "Достоинства",
        "Большой",
        "Недостатки",
        "Молния",
        "Комментарий",
        "Молния разошлась на третьей доставке.",
        "Замену не прислали.",
      ].join("\n"),
      author: { name: "Аглая Т.", handle: null, profileUrl: null, platformId: null },
      permalink: null,
      permalinkKey: `ozon:${ID}`,
      postedAt: { at: "2026-11-11T09:04:05.000Z", precision: "exact", raw: "11 ноября 2026" },
      rating: { value: 2, max: 5 },
      attachments: [{ kind: "image", url: "https://ir.example/s3/rp-photo-4/wc120/molniya.jpg", alt: null }],
      sources: { narrative: "adapter", author: "adapter", postedAt: "adapter", rating: "adapter" },
      missing: { permalink: "not_shown" },
      notes: [],
    });
  });

  it("is read by what is shown where the page keeps no data of it: the name before the date, the coloured stars", () => {
    expect(pickedFrom(fixture, ADDRESS, `[data-review-uuid='${OTHER}']`, MOMENT)).toMatchObject({
      narrative: "Лямки мягкие, носить легко.",
      author: { name: "Парамон" },
      permalinkKey: `ozon:${OTHER}`,
      postedAt: { at: null, precision: "day", day: "2026-10-02" },
      rating: { value: 4, max: 5 },
    });
  });

  it("is the one that the page's address names", () => {
    const window = savedPage(fixture, `${ADDRESS}?reviewUuid=${ID}`);
    expect(clipPage(window, { kind: "popup" }).captured.permalinkKey).toBe(`ozon:${ID}`);
  });

  it("without a date to stand below gives the words that the page keeps of it", () => {
    const undated = fixture.replace("11 ноября 2026", "недавно был");
    expect(pickedFrom(undated, ADDRESS, `[data-review-uuid='${ID}']`, MOMENT)).toMatchObject({
      narrative: "Большой\n\nМолния\n\nМолния разошлась на третьей доставке.\nЗамену не прислали.",
      author: { name: "Аглая Т." },
    });
  });

  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector(`[data-review-uuid='${OTHER}'] .q0r_29`);
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
