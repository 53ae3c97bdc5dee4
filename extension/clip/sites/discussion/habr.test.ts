import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { habr } from "./habr";
import fixture from "./habr.fixture.html?raw";

const ARTICLE = "https://habr.com/ru/companies/bystry-kot/articles/900100/";
const COMMENT = {
  adapter: "habr",
  channel: "social",
  narrative: "У меня ошиблась на два часа.\n\nЗаказ 5512,\nденьги не вернули.",
  subject: null,
  author: {
    name: "glafira_s",
    handle: "@glafira_s",
    profileUrl: "https://habr.com/ru/users/glafira_s/",
    platformId: null,
  },
  permalink: `${ARTICLE}comments/#comment_27001001`,
  permalinkKey: "habr:900100-c27001001",
  postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "18 ноя в 20:40" },
  thread: {
    parent: {
      author: "prov_dyatlov",
      permalink: ARTICLE,
      narrative: "В «Быстром коте» время считает модель.\n\ndue = now + 15\n\nОна ошибается.",
    },
    position: 1,
  },
  sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
};

describe("on Habr", () => {
  it.each([
    ["the article's page", ARTICLE],
    ["the comments' own page", `${ARTICLE}comments/`],
  ])("the comment that the address of %s names is read, without what it quotes", (_where, address) => {
    const window = savedPage(fixture, `${address}#comment_27001001`);
    expect(clipPage(window, { kind: "popup" }).captured).toMatchObject(COMMENT);
  });

  it("the comment that was picked is read, not the answers in its branch", () => {
    expect(pickedFrom(fixture, ARTICLE, "#comment_27001001 p")).toMatchObject(COMMENT);
  });

  it("an answer names the comment whose branch it is in, and one beside the branch the article", () => {
    expect(pickedFrom(fixture, ARTICLE, "#comment_27001044 p")).toMatchObject({
      narrative: "Напишите в личку, разберёмся.",
      author: { handle: "@prov_dyatlov" },
      thread: {
        parent: { author: "glafira_s", permalink: COMMENT.permalink, narrative: COMMENT.narrative },
        position: 2,
      },
    });
    expect(pickedFrom(fixture, ARTICLE, "#comment_27001090 p")).toMatchObject({
      author: { handle: "@miron-k" },
      thread: { parent: { author: "prov_dyatlov", permalink: ARTICLE }, position: 3 },
    });
  });

  it("a comment on a page without the article answers it by its address", () => {
    const comments = fixture.replace(
      /<div class="tm-article-presenter">[\s\S]*?(?=<div class="tm-article-comments">)/,
      "",
    );
    expect(pickedFrom(comments, `${ARTICLE}comments/`, "#comment_27001001 p")).toMatchObject({
      permalink: COMMENT.permalink,
      thread: { parent: { author: null, permalink: ARTICLE, narrative: null }, position: 1 },
    });
  });

  it("the article is read without comments and counters, its title apart", () => {
    expect(clipPage(savedPage(fixture, ARTICLE), { kind: "popup" }).captured).toMatchObject({
      narrative: COMMENT.thread.parent.narrative,
      subject: "Как мы считаем время доставки",
      author: { name: "prov_dyatlov", profileUrl: "https://habr.com/ru/users/prov_dyatlov/" },
      permalink: ARTICLE,
      permalinkKey: "habr:900100",
      postedAt: { at: "2026-11-18T07:00:12.000Z", precision: "exact", raw: "18 ноя в 10:00" },
      attachments: [
        { kind: "image", url: "https://habrastorage.example/graph.png", alt: "Опоздания по часам" },
      ],
      thread: null,
    });
  });

  it.each([
    ["https://habr.com/ru/articles/900100/", "habr:900100"],
    ["https://habr.com/en/articles/900100/#comment_5", "habr:900100-c5"],
    ["https://habr.com/ru/news/900100/", "habr:900100"],
    ["https://habr.com/ru/news/t/900100/", "habr:900100"],
    ["https://habr.com/ru/posts/900100/", "habr:900100"],
    ["https://habr.com/ru/company/bystry-kot/blog/900100/comments/", "habr:900100"],
    ["https://habr.com/ru/users/glafira_s/", null],
  ])("the article at %s is %s", (address, key) => {
    expect(habr.keyOf?.(new URL(address))).toBe(key);
  });

  itTakesHostileTextAsText(fixture, `${ARTICLE}#comment_27001001`);
});
