import { describe, expect, it } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import { pageOf } from "./page";
import { ratingIn, ratingOf, ratingOfStars } from "./rating";

const ADDRESS = "https://shop.example/kot/reviews";

describe("a rating in words", () => {
  it.each([
    ["a number alone", "4", 4, 5],
    ["a decimal comma", "4,5", 4.5, 5],
    ["a decimal point", "4.5", 4.5, 5],
    ["Russian", "Оценка: 4 из 5", 4, 5],
    ["English", "Rated 2 out of 5 stars", 2, 5],
    ["English with the best in words", "Rated 3 stars out of five stars", 3, 5],
    ["German", "Bewertet mit 1 von 5 Sternen", 1, 5],
    ["the best first, as in Korean", "별표 5개 만점에 4개를 받았습니다.", 4, 5],
    ["Arabic digits", "٤ من ٥", 4, 5],
    ["an Arabic decimal", "٣٫٥", 3.5, 5],
    ["full-width digits", "５段階中３", 3, 5],
    ["of ten", "3/10", 3, 10],
    ["of any best behind a stroke", "2/4", 2, 4],
    ["of a hundred", "86 / 100", 86, 100],
    ["both the same", "5 из 5", 5, 5],
    ["none of five, said", "0 из 5", 0, 5],
    ["stars", "★★☆☆☆", 2, 5],
    ["filled stars alone", "★★★", 3, 5],
    ["the most", "5", 5, 5],
  ])("is read from %s: %s", (_rule, said, value, max) => {
    expect(ratingOf(said)).toEqual({ value, max });
  });

  it.each([
    ["no number", "Отлично"],
    ["a number beyond the best", "6"],
    ["the number of votes beside it", "4,5 (12 отзывов)"],
    ["the number of votes that could be a best", "3 звезды, 10 отзывов"],
    ["votes in brackets", "4,5 (5)"],
    ["three numbers", "4 из 5, 3 голоса"],
    ["a lone zero, which is no rating yet", "0"],
    ["a date", "12.11.2026"],
    ["a great number", "4/1000"],
    ["nothing", ""],
  ])("is not guessed from %s: %s", (_rule, said) => {
    expect(ratingOf(said)).toBeNull();
  });

  it("counts from the best that the site gives", () => {
    expect(ratingOf("8", 10)).toEqual({ value: 8, max: 10 });
    expect(ratingOf("4 of 7", 7)).toEqual({ value: 4, max: 7 });
  });
});

const STAR = '<path d="M1 1"></path>';
const stars = (filled: number, all: number) =>
  Array.from(
    { length: all },
    (_, at) => `<svg fill="${at < filled ? "#ffb81c" : "#ddd"}">${STAR}</svg>`,
  ).join("");

describe("a rating in the page", () => {
  it.each([
    [
      "its microdata, with its best",
      '<p id="r" itemscope itemtype="https://schema.org/Rating"><meta itemprop="bestRating" content="10"><meta itemprop="ratingValue" content="7"></p>',
      { value: 7, max: 10 },
    ],
    [
      "the value alone",
      '<p itemscope><meta id="r" itemprop="ratingValue" content="2"></p>',
      { value: 2, max: 5 },
    ],
    [
      "an attribute",
      '<div id="r" data-service-review-rating="1">Читать 24 отзыва</div>',
      { value: 1, max: 5 },
    ],
    ["its label", '<span id="r" role="img" aria-label="1 звезда"></span>', { value: 1, max: 5 }],
    ["a picture's words", '<img id="r" alt="Noté 3 sur 5 étoiles">', { value: 3, max: 5 }],
    ["its words", '<b id="r">4,0</b>', { value: 4, max: 5 }],
    ["the width of what is filled", '<i id="r" style="color: red; width: 40%"></i>', { value: 2, max: 5 }],
    ["stars of two colours", `<i id="r">${stars(3, 5)}</i>`, { value: 3, max: 5 }],
    ["nothing from stars of one colour, over which others may lie", `<i id="r">${stars(5, 5)}</i>`, null],
    ["nothing from six stars", `<i id="r">${stars(3, 6)}</i>`, null],
    ["nothing from a width in pixels", '<i id="r" style="width: 40px"></i>', null],
    ["nothing from the largest width of a page", '<i id="r" style="max-width: 40%"></i>', null],
    ["nothing from a width over all stars", '<i id="r" style="width: 140%"></i>', null],
    ["nothing from a label without a number", '<i id="r" aria-label="Оценка"></i>', null],
  ])("is read from %s", (_rule, html, expected) => {
    const page = pageOf(savedPage(html, ADDRESS));
    const element = page.select(page.document, "#r");
    expect(element && ratingIn(page, element)).toEqual(expected);
  });

  it("is all stars where they are alike and no others lie over them", () => {
    const page = pageOf(savedPage(stars(5, 5), ADDRESS));
    const row = { best: 5, isDrawnOnce: true };
    expect(ratingOfStars(page, page.selectAll(page.document, "svg"), row)).toEqual({ value: 5, max: 5 });
  });

  it("is not read from stars of which the first are empty", () => {
    const page = pageOf(savedPage(`<i id="r">${stars(2, 4)}<svg fill="#ffb81c">${STAR}</svg></i>`, ADDRESS));
    const element = page.select(page.document, "#r");
    expect(element && ratingIn(page, element)).toBeNull();
  });
});
