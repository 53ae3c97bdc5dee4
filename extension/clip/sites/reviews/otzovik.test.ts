import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./otzovik.fixture.html?raw";

const ADDRESS = "https://otzovik.com/reviews/sluzhba_dostavki_bistriy_kot/";
const OWN_ADDRESS = "https://otzovik.com/review_18044101.html";
/** The same review open on its own: whole, and without a link to itself. */
const OWN_PAGE = `<title>Отзыв</title><div class="review-contents" itemprop="review" itemscope itemtype="http://schema.org/Review">
  <h1>Отзыв: Служба доставки «Быстрый кот» - Кот не такой уж быстрый</h1>
  <div class="login-col"><a class="user-login" href="/profile/LukerjaPchelkina"><span itemprop="name">LukerjaPchelkina</span></a></div>
  <meta itemprop="datePublished" content="2026-11-12T09:14:05+03:00"><meta itemprop="ratingValue" content="2">
  <div class="review-plus"><b>Достоинства:</b> Вежливая поддержка</div>
  <div class="review-minus"><b>Недостатки:</b> Опоздали на три часа</div>
  <div class="review-body description" itemprop="description">Салат никуда не годился.<br>Деньги не вернули.<img src="/img/salat.jpg" alt="Салат"></div>
</div>
<div class="comments"><div class="comment" itemprop="comment">Представитель: приносим извинения.</div></div>`;

describe("a review of Otzovik", () => {
  it("in a list is the picked one, with its merits and faults in the page's order", () => {
    const captured = pickedFrom(fixture, ADDRESS, "[href='/profile/LukerjaPchelkina']");
    expect(captured).toMatchObject({
      adapter: "otzovik",
      channel: "review",
      narrative: [
        "Достоинства: Вежливая поддержка",
        "",
        "Недостатки: Опоздали на три часа",
        "",
        "Заказала ужин к семи, привезли после десяти. Салат уже",
        "никуда не годился...",
      ].join("\n"),
      subject: "Кот не такой уж быстрый",
      author: {
        name: "LukerjaPchelkina",
        handle: null,
        profileUrl: "https://otzovik.com/profile/LukerjaPchelkina",
        platformId: null,
      },
      permalink: OWN_ADDRESS,
      permalinkKey: "otzovik:review_18044101",
      postedAt: { at: "2026-11-12T06:14:05.000Z", precision: "exact", raw: "12 ноя 2026" },
      rating: { value: 2, max: 5 },
      attachments: null,
      sources: { narrative: "adapter", author: "adapter", postedAt: "adapter", rating: "adapter" },
      notes: [],
    });
  });

  it("is not its neighbour", () => {
    expect(pickedFrom(fixture, ADDRESS, "[href='/review_18011999.html']")).toMatchObject({
      narrative: "Достоинства: Горячее и полно\n\nБеру третий месяц подряд, курьеры знают подъезд.",
      permalinkKey: "otzovik:review_18011999",
      rating: { value: 5, max: 5 },
    });
  });

  it("on its own page has that page's address and the whole text, and no comment", () => {
    const { captured } = clipPage(savedPage(OWN_PAGE, `${OWN_ADDRESS}?utm_source=mail#comments`), {
      kind: "popup",
    });
    expect(captured).toMatchObject({
      narrative:
        "Достоинства: Вежливая поддержка\n\nНедостатки: Опоздали на три часа\n\nСалат никуда не годился.\nДеньги не вернули.",
      permalink: OWN_ADDRESS,
      permalinkKey: "otzovik:review_18044101",
      postedAt: { at: "2026-11-12T06:14:05.000Z" },
      rating: { value: 2, max: 5 },
      attachments: [{ kind: "image", url: "https://otzovik.com/img/salat.jpg", alt: "Салат" }],
    });
  });

  it("on its own page may keep hour and rating in the titles of abbreviations", () => {
    const page = OWN_PAGE.replace(
      /<meta itemprop="date.*$/m,
      '<abbr class="rating" title="2"></abbr><span class="review-postdate dtreviewed"><abbr title="2026-11-12T09:14:05+03:00">12 ноя 2026</abbr></span>',
    );
    const { captured } = clipPage(savedPage(page, OWN_ADDRESS), { kind: "popup" });
    expect(captured).toMatchObject({
      postedAt: { at: "2026-11-12T06:14:05.000Z", raw: "12 ноя 2026" },
      rating: { value: 2, max: 5 },
    });
  });

  it("of a list is not chosen when nothing was pointed at", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" });
    expect(captured).toMatchObject({ narrative: null, notes: ["post-not-found"] });
  });

  itTakesHostileTextAsText(OWN_PAGE, OWN_ADDRESS);
  itTakesHostileTextAsText(fixture, ADDRESS, { kind: "menu" }, ({ document, getSelection }) => {
    const words = document.querySelector(".review-teaser");
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
});
