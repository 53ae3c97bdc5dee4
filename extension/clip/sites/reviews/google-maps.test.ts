import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./google-maps.fixture.html?raw";

const ADDRESS = "https://www.google.com/maps/place/Bystry+kot/@55.7,37.6,17z/data=!4m8!3m7?hl=ru";
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };
const REVIEW = "ChdDSUhNMG9nS0VJQ0FnSURyMTIzNDUwEAE";

describe("a review on Google Maps", () => {
  it("is the whole card of the picked part, without the owner's answer", () => {
    expect(pickedFrom(fixture, ADDRESS, `.MyEned[id='${REVIEW}'] span`, MOMENT)).toMatchObject({
      adapter: "google-maps",
      channel: "review",
      narrative: "Привезли чужой заказ. Поддержка молчит третий день…",
      author: {
        name: "Степанида Лапшина",
        handle: null,
        profileUrl: "https://www.google.com/maps/contrib/112233445566778899001/reviews?hl=ru",
        platformId: "112233445566778899001",
      },
      permalink: null,
      permalinkKey: `google-maps:${REVIEW}`,
      postedAt: { precision: "relative", raw: "3 недели назад" },
      rating: { value: 1, max: 5 },
      attachments: [
        {
          kind: "image",
          url: "https://lh3.googleusercontent.example/p/zakaz=w300",
          alt: "Фото 1 в отзыве автора Степанида Лапшина",
        },
      ],
      sources: { narrative: "adapter", author: "adapter", postedAt: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("keeps its author's line breaks where the site's style does", () => {
    const styled = fixture.replace("</head>", "<style>.wiI7pd { white-space: pre-line }</style></head>");
    const captured = pickedFrom(styled, ADDRESS, `[data-review-id='${REVIEW}']`, MOMENT);
    expect(captured.narrative).toBe("Привезли чужой заказ.\nПоддержка молчит третий день…");
  });

  it("is known when one of its buttons was picked, which carry its id too", () => {
    const captured = pickedFrom(fixture, ADDRESS, `button.PP3Y3d[data-review-id='${REVIEW}']`, MOMENT);
    expect(captured.permalinkKey).toBe(`google-maps:${REVIEW}`);
  });

  it("is read by its id and its label when the class names have changed", () => {
    const renamed = fixture.replaceAll(/class="(?:MyEned|d4r55|wiI7pd)"/g, 'class="zZ9"');
    expect(pickedFrom(renamed, ADDRESS, `[data-review-id='${REVIEW}']`, MOMENT)).toMatchObject({
      narrative: "Привезли чужой заказ. Поддержка молчит третий день…",
      author: { name: "Степанида Лапшина" },
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "[aria-label='Лавр']", MOMENT)).toMatchObject({
      narrative: "Котлеты как дома.",
      author: { name: "Лавр", platformId: "998877665544332211009" },
      rating: { value: 5, max: 5 },
    });
  });

  it.each([
    ["https://www.google.com/search?q=kot", "any-page"],
    ["https://google.evil.example/maps/place/kot", "any-page"],
    ["https://maps.google.de/?cid=1", "google-maps"],
    ["https://www.google.co.uk/maps/contrib/1/reviews", "google-maps"],
  ])("is looked for at %s: %s", (address, adapter) => {
    expect(clipPage(savedPage(fixture, address), { kind: "popup" }).captured.adapter).toBe(adapter);
  });

  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector(".MyEned span");
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
