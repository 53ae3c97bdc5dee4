import { describe, expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { pageOf } from "../page";
import { decoded, firstFields, headIsOfThisPage, headSays, unquoted } from "./page-head";

const ADDRESS = "https://forum.example/post/7?from=feed";
const pageWith = (head: string) => pageOf(savedPage(head, ADDRESS));
const keyOf = ({ pathname }: URL) => /^\/post\/(\d+)$/.exec(pathname)?.[1] ?? null;

it.each([
  ["a property", '<meta property="og:title" content=" Раз ">', "Раз"],
  ["a name", '<meta name="og:title" content="Раз">', "Раз"],
  [
    "the first that is not empty",
    '<meta name="og:title" content=" "><meta name="og:title" content="Два">',
    "Два",
  ],
  ["the next name where the first is missing", '<meta name="title" content="Три">', "Три"],
  ["entities decoded once", '<meta name="title" content="&lt;b&gt; &amp;amp;">', "<b> &amp;"],
  ["nothing", "<title>Четыре</title>", null],
])("the head says by %s", (_rule, head, expected) => {
  expect(headSays(pageWith(head), "og:title", "title")).toBe(expected);
});

it.each([
  ["names the same post", '<link rel="canonical" href="/post/7">', true],
  [
    "names it in one of two places",
    '<link rel="canonical" href="/post/8"><meta property="og:url" content="https://m.forum.example/post/7">',
    true,
  ],
  ["names another", '<link rel="canonical" href="/post/8">', false],
  ["names no post", '<link rel="canonical" href="/">', true],
])("a head that %s is believed: %s", (_rule, head, expected) => {
  expect(headIsOfThisPage(pageWith(head), keyOf)).toBe(expected);
});

it.each([
  ['"Где заказ?"', "Где заказ?"],
  ["“Где\nзаказ?”.", "Где\nзаказ?"],
  ["«Где заказ?»", "Где заказ?"],
  ["„Где заказ?“", "Где заказ?"],
  ["«Кот» не приехал", "«Кот» не приехал"],
  ['""', null],
  [null, null],
])("words %j without the marks round them are %j", (words, expected) => {
  expect(unquoted(words)).toBe(expected);
});

describe("fields from several readers", () => {
  it("come from the first that has them, and those of nobody are not there", () => {
    expect(
      firstFields({ narrative: null, subject: "а" }, { narrative: "б", subject: "в", permalink: null }),
    ).toEqual({
      narrative: "б",
      subject: "а",
    });
  });
});

it.each([
  ["%D0%BA%D0%BE%D1%82", "кот"],
  ["100%", "100%"],
])("%s decoded is %s", (part, expected) => {
  expect(decoded(part)).toBe(expected);
});
