import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { twoGis } from "./two-gis";
import fixture from "./two-gis.fixture.html?raw";

const ADDRESS = "https://2gis.ru/tula/firm/70000001012345678/tab/reviews";
const OWN_ADDRESS = `${ADDRESS}/review/214700311`;
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };

describe("a review in 2GIS", () => {
  it("is the picked one, dated by its own date and not by that of the answer", () => {
    expect(pickedFrom(fixture, ADDRESS, "._16s5yj36", MOMENT)).toMatchObject({
      adapter: "two-gis",
      channel: "review",
      narrative: "Заказ отменили без звонка.\nДеньги вернулись через неделю, и то после жалобы.",
      author: { name: "Василиса Хвощ", handle: null, profileUrl: null, platformId: null },
      permalink: OWN_ADDRESS,
      permalinkKey: "two-gis:214700311",
      postedAt: { at: null, precision: "day", day: "2026-11-14", raw: "14 ноября 2026, отредактирован" },
      rating: { value: 2, max: 5 },
      sources: { narrative: "adapter", author: "adapter", postedAt: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("is the one that the page's address names", () => {
    const { captured } = clipPage(savedPage(fixture, OWN_ADDRESS), { kind: "popup" });
    expect(captured.permalinkKey).toBe("two-gis:214700311");
  });

  it("is not its neighbour, whose stars are cut at a width", () => {
    expect(pickedFrom(fixture, ADDRESS, "[href$='214711000']", MOMENT)).toMatchObject({
      narrative: "Курьер нашёл нас даже в новостройке.",
      author: { name: "Прохор" },
      postedAt: { day: "2026-11-21", raw: "вчера" },
      rating: { value: 4, max: 5 },
    });
  });

  it("keeps words, date and address when the class names have changed", () => {
    const renamed = fixture.replaceAll(/class="_\w+"/g, 'class="_zz9"');
    expect(pickedFrom(renamed, ADDRESS, "[href$='214700311']", MOMENT)).toMatchObject({
      adapter: "two-gis",
      narrative: "Заказ отменили без звонка.\nДеньги вернулись через неделю, и то после жалобы.",
      permalinkKey: "two-gis:214700311",
      postedAt: { day: "2026-11-14" },
      rating: null,
    });
  });

  it.each([
    [OWN_ADDRESS, "two-gis:214700311"],
    ["https://2gis.ru/tula/reviews/70000001012345678/review/214700311", "two-gis:214700311"],
    [ADDRESS, null],
  ])("has the key of its address: %s", (address, key) => {
    expect(twoGis.keyOf?.(new URL(address)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, OWN_ADDRESS);
});
