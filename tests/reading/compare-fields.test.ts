import { expect, it } from "vitest";
import { isSameAuthor, isSameHead, isSameTime, isSameWhole, wordsOfHtml } from "./compare-fields";

const author = { name: "Агафья Рябова", handle: "@agafya", profileUrl: null, platformId: null };

it.each([
  ["the name", "агафья  рябова", true],
  ["the handle", "agafya", true],
  ["both", "Агафья Рябова @agafya", true],
  ["another", "Мирон", false],
])("compares an author by %s", (_rule, expected, right) => {
  expect(isSameAuthor(author, expected)).toBe(right);
});

const AT = "2026-11-17T07:30:12.000Z";

it.each([
  ["the same instant", AT, "2026-11-17T10:30:12+03:00", true],
  ["a minute later", AT, "2026-11-17T07:31:12Z", true],
  ["more than a minute later", AT, "2026-11-17T07:31:13Z", false],
  ["its day", AT, "2026-11-17", true],
  ["its day as midnight UTC", AT, "2026-11-17T00:00:00+00:00", true],
  ["the next day", AT, "2026-11-18", false],
  ["the first instant of the day", "2026-11-18T00:00:00.000Z", "2026-11-18", true],
])("compares a time with %s", (_rule, at, expected, right) => {
  expect(isSameTime({ at, precision: "exact", raw: null }, expected)).toBe(right);
});

it("meets a day by the day that was told, and nothing by words alone", () => {
  expect(isSameTime({ at: null, precision: "day", raw: null, day: "2026-11-17" }, "2026-11-17")).toBe(true);
  expect(isSameTime({ at: null, precision: "unknown", raw: "вчера" }, "2026-11-17")).toBe(false);
});

const LONG = "Заказ не привезли ни вечером, ни утром, хотя курьер писал, что стоит у самой двери.";

it.each([
  ["the same beginning", LONG, `${LONG} И ещё.`, true],
  ["counters before the words", LONG, `534 лайка: ${LONG}`, true],
  ["short words within others", "Заказ", `Мой заказ`, false],
  ["other words", LONG, "Всё хорошо", false],
  ["nothing", null, "Всё хорошо", false],
])("compares words with %s", (_rule, found, expected, right) => {
  expect(isSameHead(found, expected)).toBe(right);
});

it("compares a mail's words from first to last", () => {
  expect([
    isSameWhole("Верните деньги.", "верните деньги"),
    isSameWhole("Верните деньги. Жду.", "Верните деньги"),
  ]).toEqual([true, false]);
});

it("reads the words of markup", () => {
  expect(wordsOfHtml("<p>Кот &amp; <b>суп</b>&#33;</p><script>x</script>").replace(/\s+/g, " ").trim()).toBe(
    "Кот & суп !",
  );
});
