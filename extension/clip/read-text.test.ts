import { expect, it } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import { pageOf } from "./page";
import { textOf } from "./read-text";

function read(html: string, without?: string): string | null {
  const page = pageOf(savedPage(`<div id="post">${html}</div>`, "https://forum.example/"));
  const post = page.select(page.document, "#post");
  return post === null ? null : textOf(page, post, without === undefined ? {} : { without });
}

it.each([
  ["paragraphs leave an empty line", "<p>Раз</p><p>Два</p>", "Раз\n\nДва"],
  ["blocks break the line", "<div>Раз</div><div>Два</div>Три", "Раз\nДва\nТри"],
  ["a line break is one", "Раз<br>Два<br><br>Три", "Раз\nДва\n\nТри"],
  ["inline parts stay on the line", "Раз<b>два</b> <i>три</i>", "Раздва три"],
  ["spaces and breaks of the markup collapse", "Раз\n   два\t три", "Раз два три"],
  ["a no-break space stays", "5\u00a0рублей", "5\u00a0рублей"],
  ["kept spaces are kept", '<span style="white-space:pre-wrap">Раз\n  два</span>', "Раз\n  два"],
  ["kept breaks are kept", '<span style="white-space:pre-line">Раз \n   два</span>', "Раз\nдва"],
  ["hidden by style", 'Да<span style="display:none">нет</span>', "Да"],
  ["hidden by visibility", 'Да<span style="visibility:hidden">нет</span>', "Да"],
  ["hidden by attribute", "Да<span hidden>нет</span>", "Да"],
  ["hidden by size", 'Да<span style="font-size:0">нет</span>', "Да"],
  ["hidden by transparency", 'Да<span style="opacity:0">нет</span>', "Да"],
  ["hidden by a fold", 'Да<div style="height:0;overflow:hidden">нет</div>', "Да"],
  ["hidden by a fold that may grow", 'Да<div style="max-height:0;overflow:hidden">нет</div>', "Да"],
  ["hidden by a fold of no width", 'Да<div style="width:0;overflow:hidden">нет</div>', "Да"],
  ["hidden far to the left", 'Да<span style="position:absolute;left:-9999px">нет</span>', "Да"],
  ["hidden far above", 'Да<span style="position:fixed;top:-1000px">нет</span>', "Да"],
  ["hidden by clipping", 'Да<span style="position:absolute;clip:rect(0px,0px,0px,0px)">нет</span>', "Да"],
  ["hidden by a clip of a pixel", 'Да<i style="position:absolute;clip:rect(1px,1px,1px,1px)">нет</i>', "Да"],
  ["hidden by an inset", 'Да<span style="clip-path:inset(50%)">нет</span>', "Да"],
  ["hidden by an inset from one corner", 'Да<i style="clip-path:inset(0 0 99.9% 99.9%)">нет</i>', "Да"],
  ["hidden by a circle", 'Да<span style="clip-path:circle(0)">нет</span>', "Да"],
  ["hidden by an indent", 'Да<div style="text-indent:-9999px">нет</div>', "Да"],
  ["hidden by a scale of nothing", 'Да<div style="transform:scale(0)">нет</div>', "Да"],
  ["hidden by a scale of no height", 'Да<div style="transform:rotate(3deg) scaleY(0)">нет</div>', "Да"],
  ["hidden by a matrix of no size", 'Да<div style="transform:matrix(0, 0, 0, 0, 0, 0)">нет</div>', "Да"],
  ["hidden by a matrix of no height", 'Да<div style="transform:matrix(1, 0, 0, 0, 0, 0)">нет</div>', "Да"],
  ["hidden by a move", 'Да<div style="transform:translateX(-9999px)">нет</div>', "Да"],
  ["hidden by a move of a matrix", 'Да<div style="transform:matrix(1, 0, 0, 1, -9999, 0)">нет</div>', "Да"],
  ["a paragraph's indent", '<div style="text-indent:-20px">Да</div>', "Да"],
  ["a turn by a right angle", '<div style="transform:matrix(0, 1, -1, 0, 0, 0)">Да</div>', "Да"],
  ["a slide of a carousel", '<div style="transform:translate3d(-5120px, 0px, 0px)">Да</div>', "Да"],
  ["a place far down in a long feed", '<div style="transform:matrix(1, 0, 0, 1, 0, 98000)">Да</div>', "Да"],
  ["a small scale", '<div style="transform:scale(0.5)">Да</div>', "Да"],
  ["a scale of words in a line, which does nothing", '<b style="transform:scale(0)">Да</b>', "Да"],
  ["a box of no height shows what it does not cut", '<div style="height:0">Да</div>', "Да"],
  ["a box of a picture's shape", '<div style="height:0;padding-bottom:56px;overflow:hidden">Да</div>', "Да"],
  ["a low box", '<div style="height:20px;overflow:hidden">Да</div>', "Да"],
  ["a place a little outside", '<i style="position:absolute;left:-20px;top:-998px">Да</i>', "Да"],
  ["a place that does not count", '<i style="left:-9999px;clip:rect(0,0,0,0)">Да</i>', "Да"],
  ["a clip that leaves room", '<i style="position:absolute;clip:rect(0,90px,20px,0)">Да</i>', "Да"],
  ["a clip of no side", '<i style="position:absolute;clip:rect(auto,auto,auto,auto)">Да</i>', "Да"],
  ["an inset that leaves room", '<span style="clip-path:inset(10% 0 49%)">Да</span>', "Да"],
  ["rounded corners", '<span style="clip-path:inset(0 round 100%)">Да</span>', "Да"],
  ["scripts and fields are no words", "Да<script>x</script><style>y{}</style><textarea>z</textarea>", "Да"],
  ["a picture of an emoji is the emoji", 'Да <img class="emoji" alt="😡">', "Да 😡"],
  ["a picture of a flag or key too", '<img alt="🇷🇺"><img alt="1️⃣">', "🇷🇺1️⃣"],
  ["another picture is not its description", 'Да <img alt="Чек на 1 240 рублей">', "Да"],
  ["composed letters", "и\u0306", "й"],
  ["control characters and broken ones go", "а\u0007б\ud800", "аб\ufffd"],
  ["markup written as text stays text", "&lt;b&gt;", "<b>"],
  ["many empty lines are one", "Раз<br><br><br><br>Два", "Раз\n\nДва"],
])("%s", (_rule, html, expected) => {
  expect(read(html)).toBe(expected);
});

it("leaves out what is not the author's words, and says nothing for nothing", () => {
  expect(read("Да <button>Ответить</button>", "button")).toBe("Да");
  expect(read("<button>Ответить</button> ", "button")).toBeNull();
});

it("comes to an end in a page nested without end", () => {
  const window = savedPage(`<div id="post">верх${"<div>".repeat(600)}дно`, "https://forum.example/");
  const plain = window.getComputedStyle(window.document.body);
  // The saved page computes a style anew through all its parents, which here would take minutes.
  const page = { ...pageOf(window), style: () => plain };
  const post = page.select(page.document, "#post");
  expect(post === null ? null : textOf(page, post)).toBe("верх");
});

it("reads what a fold hides where it is said to be words, and nothing else that is hidden", () => {
  const html = 'Начало <a>ещё</a><span class="rest" style="display:none">и<br>конец</span><i hidden>нет</i>';
  const page = pageOf(savedPage(`<div id="post">${html}</div>`, "https://forum.example/"));
  const post = page.select(page.document, "#post");
  expect(post && textOf(page, post, { without: "a", folded: ".rest" })).toBe("Начало и\nконец");
});

it.each([
  ["is read where a slide of it is in view", 0, "Да"],
  ["is not read where all of it is off the page", -1920, null],
])("a wide carousel's track that is moved far %s", (_what, x, words) => {
  const html = '<div style="transform:matrix(1, 0, 0, 1, -9600, 0)"><p>Да</p></div>';
  const own = pageOf(savedPage(`<div id="post">${html}</div>`, "https://shop.example/"));
  const page = { ...own, box: () => ({ x, y: 0, width: 1920, height: 400 }) };
  const post = page.select(page.document, "#post");
  expect(post && textOf(page, post)).toBe(words);
});

it("keeps the line breaks of a site that writes them, also without its style", () => {
  const page = pageOf(
    savedPage('<div id="post">Раз\n  два\n\n<b>Три\nчетыре</b></div>', "https://forum.example/"),
  );
  const post = page.select(page.document, "#post");
  expect(post && textOf(page, post, { keepsLines: true })).toBe("Раз\nдва\n\nТри\nчетыре");
});
