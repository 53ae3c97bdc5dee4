import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import fixture from "./app-store.fixture.html?raw";

const ADDRESS = "https://apps.apple.com/ru/app/bystry-kot/id1500000001?see-all=reviews&platform=iphone";
/** The same review, opened from its card: the title stands in the dialogue's head. */
const DIALOGUE = `<dialog open><div class="modal-content"><h2 class="title">Списали дважды</h2>
  <article class="is-detail-view" aria-labelledby="review-13370001-title"><div class="header"><div class="title-and-rating-container"><ol class="stars" aria-label="Звезд: 1"></ol></div>
  <div class="review-header"><time class="date" datetime="2026-11-08T16:44:12.000Z">8 нояб.</time><p class="author">kleopatra_71</p></div></div>
  <p id="whole">После обновления деньги за заказ ушли два раза. Чек один, списаний два, и оба за суп.</p></article></div></dialog>`;

/** As the site was until November 2025. */
const OLD = `<div class="we-customer-review lockup" id="old"><figure class="we-star-rating we-customer-review__rating" aria-label="2 out of 5"></figure>
  <div class="we-customer-review__header we-customer-review__header--user"><span class="we-customer-review__user">kleopatra_71</span>, <time class="we-customer-review__date" datetime="2025-01-08T16:44:12.000Z">08.01.2025</time></div>
  <h3 class="we-customer-review__title">Списали дважды</h3><blockquote class="we-customer-review__body"><p>Чек один, списаний два.</p></blockquote></div>`;

describe("a review in the App Store", () => {
  it("is the picked one, without the developer's response and its date", () => {
    expect(
      pickedFrom(fixture, ADDRESS, "[aria-labelledby='review-13370001-title'] .content p"),
    ).toMatchObject({
      adapter: "app-store",
      channel: "review",
      narrative: "После обновления деньги за заказ ушли два раза.\nЧек один, списаний два.",
      subject: "Списали дважды",
      author: { name: "kleopatra_71", handle: null, profileUrl: null, platformId: null },
      permalink: null,
      permalinkKey: "app-store:13370001",
      postedAt: { at: "2026-11-08T16:44:12.000Z", precision: "exact", raw: "8 нояб." },
      rating: { value: 1, max: 5 },
      sources: { narrative: "adapter", subject: "adapter", author: "adapter", rating: "adapter" },
      missing: { permalink: "not_shown" },
      notes: [],
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "#review-13370002-title")).toMatchObject({
      narrative: "Заказываю с дачи, всё находят.",
      subject: "Удобно",
      author: { name: "Дед Пихто" },
      permalinkKey: "app-store:13370002",
      rating: { value: 5, max: 5 },
    });
  });

  it("opened in the dialogue is whole, under the title of its card", () => {
    const opened = fixture.replace("</main>", `</main>${DIALOGUE}`);
    expect(pickedFrom(opened, ADDRESS, "#whole")).toMatchObject({
      narrative: "После обновления деньги за заказ ушли два раза. Чек один, списаний два, и оба за суп.",
      subject: "Списали дважды",
      permalinkKey: "app-store:13370001",
      rating: { value: 1, max: 5 },
    });
  });

  it("in the markup of before is read too", () => {
    expect(pickedFrom(fixture.replace("</main>", `${OLD}</main>`), ADDRESS, "#old p")).toMatchObject({
      narrative: "Чек один, списаний два.",
      subject: "Списали дважды",
      author: { name: "kleopatra_71" },
      postedAt: { at: "2025-01-08T16:44:12.000Z" },
      rating: { value: 2, max: 5 },
    });
  });

  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector(".content p");
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
