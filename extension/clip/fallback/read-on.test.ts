import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { pageOf } from "../page";
import { textOf } from "../read-text";
import { readOn } from "./read-on";

const TOOLS = { pageOf, textOf };
/** The time is the browser's own; here it would be that of a busy machine. */
const LONG = { ms: 60_000, elements: 4_000 };
const WORDS = [
  "Заказ 5512 не привезли ни вечером, ни утром, хотя курьер писал, что стоит у двери.",
  "Деньги списали сразу, а возврат обещают, по словам поддержки, через десять дней.",
];
const POST = `<div id="post"><ul><li><a href="/a">Главная</a></li><li><a href="/b">Правила</a></li></ul>
  <div>${WORDS.map((words) => `<p>${words}</p>`).join("")}</div><form><input name="childNodes"><input id="parentNode"></form></div>`;

function windowOf(html: string) {
  const window = savedPage(html, "https://forum.example/7");
  const root = window.document.querySelector("#post");
  if (root === null) throw new Error("no post");
  return { window, root };
}

it("reads the words that stand out, with their paragraphs, and leaves the page as it was", () => {
  const { window, root } = windowOf(POST);
  const before = window.document.documentElement.outerHTML;
  expect(readOn(root, window, TOOLS, LONG)).toEqual({ narrative: WORDS.join("\n\n"), stopped: false });
  expect(window.document.documentElement.outerHTML).toBe(before);
});

it("takes markup in words as words", () => {
  const { window, root } = windowOf(POST.replace("5512", "&lt;img src=x onerror=alert(1)&gt;"));
  expect(readOn(root, window, TOOLS, LONG).narrative).toContain(
    "Заказ <img src=x onerror=alert(1)> не привезли",
  );
});

it.each([
  ["of too many elements", { ms: 60_000, elements: 5 }],
  ["that takes too long", { ms: -1, elements: 4_000 }],
])("breaks off on a post %s", (_rule, most) => {
  const { window, root } = windowOf(POST);
  expect(readOn(root, window, TOOLS, most)).toEqual({ narrative: null, stopped: true });
});

it("finds nothing where there is nothing", () => {
  const { window, root } = windowOf('<div id="post"></div>');
  expect(readOn(root, window, TOOLS, LONG)).toEqual({ narrative: null, stopped: false });
});
