import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";

const ADDRESS = "https://blog.example/how-we-deliver";
const TEXT = `<p>${"Курьеры выезжают утром и возвращаются вечером, когда всё отдано. ".repeat(4)}</p>`;
const clip = (head: string, meta = "") =>
  clipPage(savedPage(`<title>-</title>${meta}<main>${head}${TEXT}${TEXT}</main>`, ADDRESS), { kind: "popup" })
    .captured;
const H1 = "<h1>Как мы возим</h1>";

it.each([
  ["in two lines", `${H1}<div><p>March 24, 2026</p><p>Jane Roe, Courier, and John Smith, Editor</p></div>`],
  ["before it", `<div><p>March 24, 2026</p><p>Jane Roe, Courier, and John Smith, Editor</p></div>${H1}`],
])("tells who and when of a text %s", (_rule, head) => {
  expect(clip(head)).toMatchObject({
    author: { name: "Jane Roe, Courier, and John Smith, Editor", profileUrl: null },
    postedAt: { day: "2026-03-24", precision: "day" },
    sources: { author: "page", postedAt: "page" },
    confidence: { author: "unsure", postedAt: "unsure" },
  });
});

it("reads the author's mark and profile, and a time for machines", () => {
  const head = `<header>${H1}<a rel="author" href="/u/agafya">Агафья Рябова</a><time datetime="2026-03-24T10:30:00Z">24 марта</time></header>`;
  expect(clip(head)).toMatchObject({
    author: { name: "Агафья Рябова", profileUrl: "https://blog.example/u/agafya" },
    postedAt: { at: "2026-03-24T10:30:00.000Z" },
  });
});

it.each([
  ["By Jane Roe · March 24, 2026", "Jane Roe", "2026-03-24"],
  ["Автор: Агафья Рябова | 24 марта 2026", "Агафья Рябова", "2026-03-24"],
])("reads %s", (line, name, day) => {
  expect(clip(`${H1}<p>${line}</p>`)).toMatchObject({ author: { name }, postedAt: { day } });
});

it.each([
  ["a category beside the date", "<div><p>March 24, 2026</p><a href='/news'>Company News, Reports</a></div>"],
  ["a lone pair of words", "<div><p>March 24, 2026</p><p>Company News</p></div>"],
  ["words that only begin so", "<p>By Using This Site Anywhere You Agree</p>"],
  ["two people", "<p class=author>Jane Roe</p><p class=author>John Smith</p>"],
])("takes %s for no author", (_rule, beside) => {
  expect(clip(`${H1}${beside}`).author).toBeNull();
});

it("takes neither of two days, and none that stands elsewhere or tells of a change", () => {
  expect(clip(`${H1}<p>March 24, 2026</p><p>March 26, 2026</p>`).postedAt).toBeNull();
  expect(clip(`${H1}<p class="updated">March 24, 2026</p>`).postedAt).toBeNull();
  expect(clip(`${H1}${TEXT}<p>March 24, 2026</p>`).postedAt).toBeNull();
});

it("is silent on a page of two headings, and leaves the author to the page's own description", () => {
  expect(clip(`${H1}<p>March 24, 2026</p><h1>Иное</h1>`).postedAt).toBeNull();
  const described = clip(`${H1}<p>By Jane Roe</p>`, '<meta name="author" content="Агафья Рябова">');
  expect(described).toMatchObject({ author: { name: "Агафья Рябова" }, sources: { author: "open_graph" } });
});

it("takes hostile words as words", () => {
  const head = `${H1}<a rel="author" href="javascript:alert(1)">&lt;img src=x onerror=alert(1)&gt;</a>`;
  expect(clip(head).author).toMatchObject({ name: "<img src=x onerror=alert(1)>", profileUrl: null });
});
