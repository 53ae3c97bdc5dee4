import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { googlePlay } from "./google-play";
import fixture from "./google-play.fixture.html?raw";

const ADDRESS = "https://play.google.com/store/apps/details?id=ru.bystrykot.app&hl=ru";
const ID = "7f1d2c3b-0a1b-4c2d-8e3f-5a6b7c8d9e0f";
const OWN_ADDRESS = `https://play.google.com/store/apps/details?id=ru.bystrykot.app&reviewId=${ID}`;
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a review on Google Play", () => {
  it("is the picked one, without the developer's answer", () => {
    expect(pickedFrom(fixture, ADDRESS, ".h3YV2d", MOMENT)).toMatchObject({
      adapter: "google-play",
      channel: "review",
      narrative: "Адрес не сохраняется.\nКаждый раз ввожу заново, а потом курьер едет к соседям.",
      author: { name: "Ефросинья Луговая", handle: null, profileUrl: null, platformId: null },
      permalink: OWN_ADDRESS,
      permalinkKey: `google-play:${ID}`,
      postedAt: { at: null, precision: "day", day: "2026-11-06", raw: "6 ноября 2026 г." },
      rating: { value: 2, max: 5 },
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("is the one that the page's address names", () => {
    const { captured } = clipPage(savedPage(fixture, OWN_ADDRESS), { kind: "popup" });
    expect(captured.permalinkKey).toBe(`google-play:${ID}`);
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, ".EGFGHd + .EGFGHd header", MOMENT)).toMatchObject({
      narrative: "Кот на иконке теперь моргает, спасибо.",
      author: { name: "Тит" },
      rating: { value: 5, max: 5 },
    });
  });

  it("keeps its words and rating when the class names have changed", () => {
    const renamed = fixture.replaceAll(/class="\w+"/g, 'class="qQ1"');
    expect(pickedFrom(renamed, ADDRESS, `[data-review-id='${ID}']`, MOMENT)).toMatchObject({
      narrative: "Адрес не сохраняется.\nКаждый раз ввожу заново, а потом курьер едет к соседям.",
      permalinkKey: `google-play:${ID}`,
      rating: { value: 2, max: 5 },
    });
  });

  it.each([
    [OWN_ADDRESS, `google-play:${ID}`],
    [`${ADDRESS}&reviewId=gp%3AAOqpTOabcdef`, "google-play:gp:AOqpTOabcdef"],
    [ADDRESS, null],
    [`${ADDRESS}&reviewId=%3Cb%3E`, null],
  ])("has the key of its address: %s", (address, key) => {
    expect(googlePlay.keyOf?.(new URL(address)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, OWN_ADDRESS);
});
