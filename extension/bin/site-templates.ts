/** The adapter of a new site: works on its fixture, and shows where each thing goes. */
export function adapterText(name: string, constant: string): string {
  return `import { NO_FIELDS, type PostFields } from "../captured-page";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { lineOf, textOf } from "../read-text";
import { webAddress } from "../web-address";
import type { SiteAdapter } from "./site-adapter";

const POST = "[data-post-id]";

/** One post of ${name}. */
export const ${constant}: SiteAdapter = {
  name: "${name}",
  channel: "review",
  hosts: ["${name}.example"],

  recognises: (page) => page.select(page.document, POST) !== null,

  locate(page, pointed) {
    if (pointed !== null) return page.closest(pointed, POST);
    const posts = page.selectAll(page.document, POST);
    return posts.length === 1 ? (posts[0] ?? null) : null;
  },

  read(page, root): PostFields {
    const words = page.select(root, ".text");
    const author = page.select(root, "a.author");
    const time = page.select(root, "time");
    return {
      ...NO_FIELDS,
      narrative: words === null ? null : textOf(page, words),
      author:
        author === null
          ? null
          : { name: lineOf(page, author), handle: null, profileUrl: address(page, author), platformId: null },
      permalink: address(page, page.select(root, "a.permalink")),
      permalinkKey: \`${name}:\${page.attribute(root, "data-post-id")}\`,
      postedAt: time === null ? null : postedAtOf(page.attribute(time, "datetime"), lineOf(page, time)),
    };
  },
};

function address(page: Page, link: Element | null): string | null {
  return link === null ? null : webAddress(page.attribute(link, "href"), page.url);
}
`;
}

/** A page made by hand, in the site's markup, with people who do not exist. */
export function fixtureText(name: string): string {
  return `<!doctype html>
<html lang="ru">
<head><meta charset="utf-8"><title>Отзывы – ${name}</title></head>
<body>
<div data-post-id="1"><a class="author" href="/u/prov">Пров Дятлов</a> <a class="permalink" href="/r/1"><time datetime="2026-11-17T09:15:00+03:00">17 ноября</time></a>
<div class="text">Привезли вовремя.</div></div>
<div data-post-id="2"><a class="author" href="/u/agafya">Агафья Кукушкина</a> <a class="permalink" href="/r/2"><time datetime="2026-11-18T20:40:05+03:00">вчера</time></a>
<div class="text">Заказ не привезли.<br>Деньги не вернули.</div></div>
</body>
</html>
`;
}

/** Asserts the whole clip of the post that was clicked, and that hostile words stay words. */
export function testText(name: string): string {
  return `import { describe, expect, it } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { clipPage } from "../clip-page";
import fixture from "./${name}.fixture.html?raw";

const ADDRESS = "https://${name}.example/reviews";
const POST = "https://${name}.example/r/2";

describe("a post of ${name}", () => {
  it("is the one in which the agent clicked a link, and is read whole", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "menu", linkUrl: POST });
    expect(captured).toMatchObject({
      adapter: "${name}",
      channel: "review",
      narrative: "Заказ не привезли.\\nДеньги не вернули.",
      author: {
        name: "Агафья Кукушкина",
        handle: null,
        profileUrl: "https://${name}.example/u/agafya",
        platformId: null,
      },
      permalink: POST,
      permalinkKey: "${name}:2",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "вчера" },
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("is not guessed where nothing was pointed at", () => {
    const { captured } = clipPage(savedPage(fixture, ADDRESS), { kind: "popup" });
    expect(captured).toMatchObject({ narrative: null, notes: ["post-not-found"] });
  });

  it("with hostile words and links gives text and no address", () => {
    const hostile = fixture
      .replace("Деньги не вернули.", "&lt;script&gt;alert(1)&lt;/script&gt;")
      .replace('href="/u/agafya"', 'href="javascript:alert(1)"');
    const { captured } = clipPage(savedPage(hostile, ADDRESS), { kind: "menu", linkUrl: POST });
    expect(captured.narrative).toBe("Заказ не привезли.\\n<script>alert(1)</script>");
    expect(captured.author?.profileUrl).toBeNull();
  });
});
`;
}
