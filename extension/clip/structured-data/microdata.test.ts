import { expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { NO_FIELDS } from "../captured-page";
import { pageOf } from "../page";
import { microdataPost } from "./microdata";

const ITEM = `
  <div id="post" itemscope itemtype="https://schema.org/Review">
    <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="url" href="/u/agafya"><span itemprop="name">Агафья Кукушкина</span></a></span>
    <div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Product"><span itemprop="datePublished" content="2020-01-01"></span></div>
    <meta itemprop="datePublished" content="2026-11-17T10:30:12+03:00">
    <p itemprop="reviewBody">Не привезли.<br>Деньги не вернули.</p>
  </div>`;

function read(html: string) {
  const page = pageOf(savedPage(html, "https://shop.example/kot"));
  const root = page.select(page.document, "#post");
  return root === null ? null : microdataPost(page, root);
}

it("reads the item's own properties, not those of an item inside it", () => {
  expect(read(ITEM)).toEqual({
    ...NO_FIELDS,
    narrative: "Не привезли.\nДеньги не вернули.",
    author: {
      name: "Агафья Кукушкина",
      handle: null,
      profileUrl: "https://shop.example/u/agafya",
      platformId: null,
    },
    postedAt: { at: "2026-11-17T07:30:12.000Z", precision: "exact", raw: "2026-11-17T10:30:12+03:00" },
  });
});

it("reads the one item within the post, and none of several", () => {
  const inside = ITEM.replace('id="post"', "");
  expect(read(`<div id="post">${inside}</div>`)?.author?.name).toBe("Агафья Кукушкина");
  expect(read(`<div id="post">${inside}${inside}</div>`)).toBeNull();
});
