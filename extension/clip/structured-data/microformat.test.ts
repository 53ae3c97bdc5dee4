import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { readingPage } from "../reading-page";
import { microformatPost } from "./microformat";

const MOMENT = { now: new Date("2026-11-22T12:00:00Z"), zone: "Europe/Moscow" };

function read(html: string, selector = "#post") {
  const page = readingPage(savedPage(html, "https://forum.example/7"), MOMENT);
  const root = page.select(page.document, selector);
  return root === null ? null : microformatPost(page, root);
}

it("reads an h-entry: the author's card, the title apart from the words, time, link and pictures", () => {
  const html = `<article id="post" class="h-entry"><h1 class="p-name">Суп без супа</h1>
    <a class="p-author h-card" href="/u/agafya"><img class="u-photo" src="/a.png" alt="">Агафья Рябова</a>
    <a class="u-url" href="/7"><time class="dt-published" datetime="2026-11-17T10:30:12+03:00">вчера</time></a>
    <div class="e-content"><p>Привезли пустую миску.</p><p>Верните деньги.</p></div><img class="u-photo" src="/miska.png" alt="Миска"></article>`;
  expect(read(html)).toMatchObject({
    narrative: "Привезли пустую миску.\n\nВерните деньги.",
    subject: "Суп без супа",
    author: { name: "Агафья Рябова", profileUrl: "https://forum.example/u/agafya" },
    permalink: "https://forum.example/7",
    postedAt: { at: "2026-11-17T07:30:12.000Z", precision: "exact", raw: "вчера" },
    attachments: [{ kind: "image", url: "https://forum.example/miska.png", alt: "Миска" }],
  });
});

it("leaves the properties of a comment within to the comment", () => {
  const html = `<div id="post" class="h-entry"><div class="p-comment h-cite"><a class="p-author h-card" href="/u/x">Иной</a><time class="dt-published" datetime="2026-11-18">18-е</time><p class="e-content">Чужое</p></div><p class="e-content">Своё</p></div>`;
  expect(read(html)).toMatchObject({ narrative: "Своё", author: null, postedAt: null });
});

it("takes the author of a feed for an entry that names none", () => {
  const html = `<div class="h-feed"><a class="p-author h-card" href="/u/agafya">Агафья</a><div id="post" class="h-entry"><p class="e-content p-name">Не привезли.</p></div></div>`;
  expect(read(html)).toMatchObject({ narrative: "Не привезли.", subject: null, author: { name: "Агафья" } });
});

it.each([
  ["h-review", "p-reviewer h-card", "p-name", "e-description", "p-rating", "p-best", "dt-reviewed"],
  ["hreview", "reviewer vcard", "fn", "description", "rating", "best", "dtreviewed"],
])(
  "reads an %s with its rating, and not the name of what is reviewed",
  (root, who, name, words, rating, best, when) => {
    const html = `<div id="post" class="${root}"><p class="item h-item p-item"><span class="fn p-name">«Быстрый кот»</span></p>
    <span class="${who}"><b class="${name}">Мирон Клестов</b></span> <abbr class="${when}" title="2026-11-17">вчера</abbr>
    <span class="${rating}">2</span> из <span class="${best}">10</span><div class="${words}">Ехали три часа.</div></div>`;
    expect(read(html)).toMatchObject({
      narrative: "Ехали три часа.",
      author: { name: "Мирон Клестов" },
      postedAt: { at: null, precision: "day", day: "2026-11-17" },
      rating: { value: 2, max: 10 },
    });
  },
);

it.each([
  ["one post within", '<div id="post"><p class="h-entry"><b class="p-name">Слова</b></p></div>', "Слова"],
  [
    "several",
    '<div id="post"><p class="h-entry"><b class="p-name">А</b></p><p class="h-entry"></p></div>',
    null,
  ],
  ["none", '<div id="post"><p class="h-card">Агафья</p></div>', null],
])("reads %s", (_rule, html, subject) => {
  expect(read(html)?.subject ?? null).toBe(subject);
});

it("gives no address that is a script", () => {
  const html = `<div id="post" class="h-entry"><a class="p-author h-card" href="javascript:alert(1)">Агафья</a><a class="u-url" href="data:text/html,x"></a></div>`;
  expect(read(html)).toMatchObject({ author: { name: "Агафья", profileUrl: null }, permalink: null });
});
