import type { Rating } from "@otklik/shared/complaint/clip";
import type { Page } from "./page";
import { lineOf } from "./read-text";

/** Most sites give five stars; a number without a best one is taken to be of five only when it fits. */
const USUAL_BEST = 5;
/** The bests that sites give. A larger number beside the rating may count the votes instead. */
const BESTS = [5, 10, 100];
const MOST = 100;

/** Zero of the digits that people write beside ours: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
/** What stands between a rating and something else that is counted: «3 звезды, 10 отзывов», `4.5 (5)`. */
const APART = /\d\D*[,;()[\]|·•]\D*\d/;
const FILLED = /[★⭐]/gu;
const EMPTY = /[☆✩]/gu;

/** Attributes in which sites keep a rating, a machine's number before a person's words. */
const ATTRIBUTES = [
  "content",
  "value",
  "data-service-review-rating",
  "data-rating",
  "aria-label",
  "alt",
  "title",
];

/**
 * Reads a rating from words or an attribute, in any language: `4`, `4,5`, `4 из 5`, `Rated 2 out of 5 stars`, `3/10`,
 * `★★☆☆☆`. Of two numbers the larger is the best that can be given, whichever is said first, as long as some site gives that best.
 *
 * @param best the best that the site gives, where the words do not say it
 * @returns null when there is no number, more than two, nothing that fits, or a lone zero: that is no rating yet
 */
export function ratingOf(said: string, best: number = USUAL_BEST): Rating | null {
  const words = plainDigits(said.normalize("NFKC"));
  const numbers = (words.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => Number(number.replace(",", ".")));
  if (numbers.length === 0) return ofStars(said, best);
  if (numbers.length > 2) return null;
  const [first = 0, second] = numbers;
  if (second === undefined)
    return first > 0 && first <= best && best <= MOST ? { value: first, max: best } : null;
  if (APART.test(words.replace(/(\d)[.,](?=\d)/g, "$1"))) return null;
  const [value, max] = [Math.min(first, second), Math.max(first, second)];
  const isScale = max === best || BESTS.includes(max) || (max === second && /\d\s*\/\s*\d/.test(words));
  return isScale && max >= 1 && max <= MOST ? { value, max } : null;
}

/**
 * The rating that an element shows: by the microdata within it, its own attributes, its words, the width of
 * its filled part or the stars that are drawn in it. Null when none of them tells one.
 */
export function ratingIn(page: Page, element: Element): Rating | null {
  return microdataRating(page, element) ?? attributeRating(page, element) ?? shownRating(page, element);
}

/** As wide as so many per cent of all stars: `width: 80%` is four of five. */
export function ratingOfWidth(style: string | null, best: number = USUAL_BEST): Rating | null {
  const percent = Number(/(?:^|;)\s*width\s*:\s*(\d+(?:\.\d+)?)%/i.exec(style ?? "")?.[1]);
  if (Number.isNaN(percent) || percent <= 0 || percent > 100) return null;
  return { value: Math.round((percent / 100) * best * 10) / 10, max: best };
}

/**
 * Counts the stars that look like the first one: one star is the least that can be given, so the first is filled.
 *
 * @param row how many stars the site draws; and whether it draws them once. Where another row may lie over this one,
 *   stars that are all alike tell nothing.
 * @returns null when there are more or fewer, or when the filled ones are not the first
 */
export function ratingOfStars(
  page: Page,
  stars: readonly Element[],
  row: { readonly best: number; readonly isDrawnOnce: boolean },
): Rating | null {
  const { best, isDrawnOnce } = row;
  if (stars.length !== best) return null;
  const looks = stars.map((star) => lookOf(page, star));
  const filled = looks.findIndex((look) => look !== looks[0]);
  if (filled === -1) return isDrawnOnce ? { value: best, max: best } : null;
  return looks.slice(filled).includes(looks[0] ?? "") ? null : { value: filled, max: best };
}

function microdataRating(page: Page, element: Element): Rating | null {
  const value = page.matches(element, "[itemprop~='ratingValue']")
    ? element
    : page.select(element, "[itemprop~='ratingValue']");
  const scope = value === null ? null : page.closest(value, "[itemscope]");
  if (value === null) return null;
  const said = page.attribute(value, "content") ?? lineOf(page, value);
  const bestIn = scope === null ? null : page.select(scope, "[itemprop~='bestRating']");
  const best = Number(
    bestIn === null ? Number.NaN : (page.attribute(bestIn, "content") ?? lineOf(page, bestIn)),
  );
  return said === null ? null : ratingOf(said, best >= 1 && best <= MOST ? best : USUAL_BEST);
}

function attributeRating(page: Page, element: Element): Rating | null {
  for (const name of ATTRIBUTES) {
    const said = page.attribute(element, name);
    const rating = said === null ? null : ratingOf(said);
    if (rating !== null) return rating;
  }
  return null;
}

function shownRating(page: Page, element: Element): Rating | null {
  const words = lineOf(page, element);
  return (
    (words === null ? null : ratingOf(words)) ??
    ratingOfWidth(page.attribute(element, "style")) ??
    ratingOfStars(page, page.selectAll(element, "svg", 50), { best: USUAL_BEST, isDrawnOnce: false })
  );
}

/** `★★★★☆` is four of five; without empty stars as many as there are, of the usual best. */
function ofStars(said: string, best: number): Rating | null {
  const filled = said.match(FILLED)?.length ?? 0;
  const empty = said.match(EMPTY)?.length ?? 0;
  const max = empty > 0 ? filled + empty : best;
  return filled > 0 && filled <= max && max <= 10 ? { value: filled, max } : null;
}

/** What differs between a filled star and an empty one: how it is coloured and what it is called. */
function lookOf(page: Page, star: Element): string {
  const shape = page.select(star, "path") ?? star;
  const told = [star, shape].flatMap((part) =>
    ["class", "style", "fill", "d", "href"].map((name) => page.attribute(part, name)),
  );
  const { color, fill } = page.style(shape);
  return [...told, color, fill].join("|");
}

function plainDigits(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((start) => code >= start && code < start + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/٫/g, ".");
}
