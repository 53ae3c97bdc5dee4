import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./dzen.fixture.html?raw";

const ARTICLE = "https://dzen.ru/a/Zx5512KotUzhin";
const WORDS = "Заказала в «Быстром коте» ужин.\n\nЧерез три часа\nон не приехал.";
const COMMENT = {
  adapter: "dzen",
  channel: "social",
  narrative: "У меня так же.\nПоддержка молчит.",
  subject: null,
  author: {
    name: "Мирон Клестов",
    handle: null,
    profileUrl: "https://dzen.ru/user/kd3v6a7x",
    platformId: "kd3v6a7x",
  },
  permalink: `${ARTICLE}#comment_880001`,
  permalinkKey: "dzen:a/Zx5512KotUzhin-c880001",
  postedAt: { raw: "3 дня назад" },
  thread: { parent: { author: "Глафира пишет", permalink: ARTICLE, narrative: WORDS }, position: 1 },
  sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
};

describe("on Dzen", () => {
  it("the article that has the page is read without its comments, its title apart", () => {
    expect(clipPage(savedPage(fixture, ARTICLE), { kind: "popup" }).captured).toMatchObject({
      adapter: "dzen",
      channel: "social",
      narrative: WORDS,
      subject: "Три часа без ужина",
      author: {
        name: "Глафира пишет",
        handle: "glafira_pishet",
        profileUrl: "https://dzen.ru/glafira_pishet",
        platformId: null,
      },
      permalink: ARTICLE,
      permalinkKey: "dzen:a/Zx5512KotUzhin",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
      attachments: [{ kind: "image", url: "https://avatars.dzen.example/chek", alt: "Чек" }],
      thread: null,
      notes: [],
    });
  });

  it("the comment that the address names is read, without the answer within it", () => {
    const window = savedPage(fixture, `${ARTICLE}#comment_880001`);
    expect(clipPage(window, { kind: "popup" }).captured).toMatchObject(COMMENT);
  });

  it("the comment that was picked is read, and an answer names it", () => {
    expect(pickedFrom(fixture, ARTICLE, "#comment_880001 [class*=rich-text__text]")).toMatchObject(COMMENT);
    expect(pickedFrom(fixture, ARTICLE, "#comment_880044 [class*=rich-text__text]")).toMatchObject({
      narrative: "Извините, проверим.",
      author: { name: "Быстрый кот", handle: "bystry_kot", profileUrl: "https://dzen.ru/bystry_kot" },
      permalinkKey: "dzen:a/Zx5512KotUzhin-c880044",
      thread: {
        parent: { author: "Мирон Клестов", permalink: COMMENT.permalink, narrative: COMMENT.narrative },
        position: 2,
      },
    });
  });

  it("an article within an article is one", () => {
    const page = fixture
      .replace("<body>", '<body><div itemscope itemtype="http://schema.org/Article">')
      .replace("</body>", "</div></body>");
    const read = (html: string) => clipPage(savedPage(html, ARTICLE), { kind: "popup" }).captured.narrative;
    expect(read(page)).toBe(read(fixture));
    expect(read(page)).not.toBeNull();
  });

  itTakesHostileTextAsText(fixture, `${ARTICLE}#comment_880001`);
});
