import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { readingPage } from "../reading-page";
import { activityStreamPost, openGraphPost } from "./open-graph";

const read = (head: string) =>
  openGraphPost(readingPage(savedPage(`<head>${head}</head>`, "https://vesti.example/7")));

it.each([
  ["a name", '<meta name="author" content="Агафья Рябова">', { name: "Агафья Рябова" }],
  [
    "a name and an address",
    '<meta name="author" content="Агафья - https://vesti.example/">',
    { name: "Агафья" },
  ],
  ["a name behind a word", '<meta name="byl" content="By Agafya">', { name: "Agafya" }],
  [
    "the address of a profile",
    '<meta property="article:author" content="https://vesti.example/u/1">',
    { name: null, profileUrl: "https://vesti.example/u/1" },
  ],
  ["a handle", '<meta name="twitter:creator" content="@agafya">', { name: null, handle: "@agafya" }],
  ["Dublin Core, in any case", '<meta name="DC.Creator" content="Агафья">', { name: "Агафья" }],
  [
    "the whole title of a post, as Misskey and Akkoma write it",
    '<meta property="og:title" content="Агафья (Р.) (@agafya@vesti.example)">',
    { name: "Агафья (Р.)", handle: "@agafya@vesti.example" },
  ],
])("takes an author from %s", (_rule, head, author) => {
  expect(read(head).author).toMatchObject(author);
});

it.each(["{{author}}", "undefined", "admin", ". .", "[object Object]", ""])(
  "takes nobody from %j",
  (content) => {
    expect(read(`<meta name="author" content="${content}">`).author).toBeNull();
  },
);

it("takes nobody from a title that goes on behind a handle", () => {
  expect(read('<meta property="og:title" content="Агафья (@agafya) ушла">').author).toBeNull();
});

it("reads entities that were written twice, and the first date that is one", () => {
  expect(
    read(`<meta property="og:description" content="&amp;laquo;Кот&amp;raquo; &amp;#33;">
      <meta property="article:published_time" content="скоро"><meta name="dcterms.created" content="2026-11-17">`),
  ).toMatchObject({ narrative: "«Кот» !", postedAt: { day: "2026-11-17", precision: "day" } });
});

it("takes the address that a page tells to machines, and never the front page", () => {
  const link = (href: string) =>
    activityStreamPost(
      readingPage(
        savedPage(
          `<link rel="alternate" type="application/activity+json" href="${href}">`,
          "https://vesti.example/7",
        ),
      ),
    ).permalink;
  expect([link("/statuses/7"), link("/"), link("javascript:alert(1)")]).toEqual([
    "https://vesti.example/statuses/7",
    null,
    null,
  ]);
});
