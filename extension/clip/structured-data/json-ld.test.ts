import { describe, expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";
import { pageOf } from "../page";
import { describedPost } from "./described-post";
import { jsonLdPosts } from "./json-ld";

const ADDRESS = "https://shop.example/kot/reviews";

function posts(json: string) {
  const html = `<script type="application/ld+json">${json}</script>`;
  return jsonLdPosts(pageOf(savedPage(html, ADDRESS)));
}

const review = (body: string, author: unknown = "Агафья") => ({
  "@type": "Review",
  author,
  reviewBody: body,
  datePublished: "2026-11-17",
});

describe("JSON-LD", () => {
  it("is read wherever the review lies: in a list, a graph, a product", () => {
    const json = JSON.stringify({
      "@graph": [
        {
          "@type": "Product",
          review: [review("Не привезли заказ."), review("Всё хорошо.", { name: "Мирон", url: "/u/miron" })],
        },
      ],
    });
    expect(posts(json)).toMatchObject([
      {
        words: "Не привезли заказ.",
        fields: {
          author: { name: "Агафья", profileUrl: null },
          postedAt: { at: null, precision: "day", raw: "2026-11-17" },
        },
      },
      {
        words: "Всё хорошо.",
        fields: { author: { name: "Мирон", profileUrl: "https://shop.example/u/miron" } },
      },
    ]);
  });

  it.each([
    ["broken", "{"],
    ["of another kind", '{"@type":"BreadcrumbList"}'],
    ["nested without end", `${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`],
    [
      "of wrong types",
      '{"@type":["Review",7],"author":5,"reviewBody":{},"datePublished":[],"url":"javascript:1"}',
    ],
  ])("that is %s gives no field and no failure", (_rule, json) => {
    expect(posts(json).map(({ fields }) => Object.values(fields).filter((value) => value !== null))).toEqual(
      _rule === "of wrong types" ? [[]] : [],
    );
  });

  it.each([
    [
      "by its words",
      { words: "Не привезли заказ вовремя, деньги не вернули", permalink: null, isMain: false },
      "A",
    ],
    ["by its address", { words: null, permalink: "https://shop.example/r/2", isMain: false }, "B"],
    [
      "not when neither fits",
      { words: "Совсем другие слова о другом товаре", permalink: null, isMain: true },
      null,
    ],
  ])("is known again %s", (_rule, known, expected) => {
    const found = posts(
      JSON.stringify([
        review("Не привезли заказ вовремя, деньги не вернули", "A"),
        { ...review("Всё хорошо, спасибо большое за работу", "B"), url: "/r/2" },
      ]),
    );
    expect(describedPost(found, known)?.author?.name ?? null).toBe(expected);
  });

  it("of one review does not speak for another one that was pointed at", () => {
    const html = `<title>Отзывы</title><script type="application/ld+json">${JSON.stringify(review("Не привезли заказ вовремя."))}</script>
      <article id="a"><p>Не привезли заказ вовремя.</p></article><article id="b"><p id="s">Быстро и вежливо, спасибо.</p></article>`;
    const window = savedPage(html, ADDRESS);
    const words = window.document.querySelector("#s");
    if (words !== null) window.getSelection()?.selectAllChildren(words);
    expect(clipPage(window, { kind: "menu" }).captured.author).toBeNull();
  });
});
