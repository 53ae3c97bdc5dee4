import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { readingPage } from "../reading-page";
import { postsOnAnyPage } from "./posts-on-page";

const post = (id: string, who: string, words: string) =>
  `<div class="msg" id="${id}"><a class="user" href="/u/${id}">${who}</a> <span>14 ноября 2026, 18:42</span>
   <a href="#${id}">#${id}</a><p>${words}</p></div>`;

it.each([
  ["a row without any word of markup that says post", "<div>", "</div>"],
  ["a table", "<table><tr><td>", "</td></tr></table>"],
])("finds every post of %s, in its order", (_what, before, after) => {
  const posts = [
    post("p101", "Фома Грачёв", "Заказ не привезли третий день."),
    post("p102", "Зоя Чижова", "У меня привезли вовремя."),
    post("p103", "Фома Грачёв", "А мне так и не ответили."),
  ].join("");
  const page = readingPage(
    savedPage(`<h1>Доставка</h1>${before}${posts}${after}`, "https://forum.example/t/7"),
  );
  expect(postsOnAnyPage(page).map((root) => root.id)).toEqual(["p101", "p102", "p103"]);
});

it("finds none where nobody wrote anything", () => {
  const menu = "<ul><li><a href='/a'>Каталог</a><li><a href='/b'>Доставка</a></ul>";
  expect(postsOnAnyPage(readingPage(savedPage(menu, "https://shop.example/")))).toEqual([]);
});
