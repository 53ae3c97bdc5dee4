import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./irecommend.fixture.html?raw";

const ADDRESS = "https://irecommend.ru/content/dostavka-edy-bystryi-kot";
const OWN_ADDRESS = "https://irecommend.ru/content/kot-uvez-moi-tort";
const MOMENT = { now: new Date("2026-11-22T09:00:00Z"), zone: "Europe/Moscow" };
const OWN_PAGE = `<title>Кот увёз мой торт</title><div class="review-node" id="node-myreview-17001"><div class="reviewBlock" itemscope itemtype="http://schema.org/Review">
  <div class="reviewHeader"><div class="authorName" itemprop="author" itemscope itemtype="http://schema.org/Person"><a href="/users/mavra-selezneva"><span itemprop="name">Мавра Селезнёва</span></a></div>
  <span class="dtreviewed">9 Ноябрь, 2026 - 18:32 <meta itemprop="datePublished" content="2026-11-09T18:32:40+03:00"></span>
  <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating"><meta itemprop="ratingValue" content="1"><meta itemprop="bestRating" content="5"></div></div>
  <h2 class="reviewTitle"><a class="review-summary" href="${OWN_ADDRESS}" itemprop="url">Кот увёз мой торт</a></h2>
  <div class="description hasinlineimage" itemprop="reviewBody"><p>Торт ждали к юбилею.</p><p>Деньги за торт<br>не вернули.</p><a data-gallery="gallery_node17001"><img src="https://cdn-irec.example/kosyak.jpg" alt="Пустая коробка"></a><div class="quote-container-button-wrapper">Показать цитату</div></div>
  <div class="ratio"><div class="plus"><b>Достоинства</b><ul><li>Красивая коробка</li></ul></div><div class="minus"><b>Недостатки</b><ul><li>Коробка пустая</li><li>Никто не отвечает</li></ul></div></div>
</div></div><div class="comments"><div class="comment-body">Ответ: мы вам перезвоним.</div></div>`;

describe("a review of irecommend", () => {
  it("in a product's list is the picked one", () => {
    const captured = pickedFrom(fixture, ADDRESS, "[data-nid='17001'] .reviewTeaserText", MOMENT);
    expect(captured).toMatchObject({
      adapter: "irecommend",
      channel: "review",
      narrative: "Торт ждали к юбилею. Курьер написал, что отдал его соседям, а соседей у нас нет.",
      subject: "Кот увёз мой торт",
      author: {
        name: "Мавра Селезнёва",
        handle: null,
        profileUrl: "https://irecommend.ru/users/mavra-selezneva",
        platformId: null,
      },
      permalink: OWN_ADDRESS,
      permalinkKey: "irecommend:kot-uvez-moi-tort",
      postedAt: {
        at: "2026-11-09T15:32:00.000Z",
        precision: "minute",
        raw: "09.11.2026 18:32",
        zoneKnown: false,
      },
      rating: { value: 1, max: 5 },
      sources: { narrative: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "[data-nid='17002'] .authorName", MOMENT)).toMatchObject({
      narrative: "Суп тёплый, хлеб свежий, иногда путают этаж.",
      permalinkKey: "irecommend:privykli",
      rating: { value: 4, max: 5 },
    });
  });

  it("on its own page is whole, with merits and faults where the page has them", () => {
    const { captured } = clipPage(savedPage(OWN_PAGE, OWN_ADDRESS), { kind: "popup" });
    expect(captured).toMatchObject({
      narrative: [
        "Торт ждали к юбилею.\n\nДеньги за торт\nне вернули.",
        "Достоинства\nКрасивая коробка",
        "Недостатки\nКоробка пустая\nНикто не отвечает",
      ].join("\n\n"),
      subject: "Кот увёз мой торт",
      permalink: OWN_ADDRESS,
      permalinkKey: "irecommend:kot-uvez-moi-tort",
      postedAt: { at: "2026-11-09T15:32:40.000Z", precision: "exact", raw: "9 Ноябрь, 2026 - 18:32" },
      rating: { value: 1, max: 5 },
      attachments: [{ kind: "image", url: "https://cdn-irec.example/kosyak.jpg", alt: "Пустая коробка" }],
    });
  });

  itTakesHostileTextAsText(OWN_PAGE, OWN_ADDRESS);
  itTakesHostileTextAsText(fixture, ADDRESS);
});
