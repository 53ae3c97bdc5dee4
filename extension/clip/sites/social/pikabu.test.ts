import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./pikabu.fixture.html?raw";

const STORY = "https://pikabu.ru/story/dostavka_kotoroy_ne_byilo_13551201";
const WORDS = "Заказал в «Быстром коте» суп.\n\nСуп не приехал,\nденьги ушли.\n\nЧто делать?";
const COMMENT = {
  adapter: "pikabu",
  channel: "social",
  narrative: "У меня так же.\n\nВернули через неделю.",
  subject: null,
  author: {
    name: "MironK",
    handle: "MironK",
    profileUrl: "https://pikabu.ru/@MironK",
    platformId: "640012",
  },
  permalink: `${STORY}?cid=377001#comment_377001`,
  permalinkKey: "pikabu:13551201-c377001",
  postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact", raw: "4 дня назад" },
  thread: { parent: { author: "GlafiraS", permalink: STORY, narrative: WORDS }, position: 1 },
  attachments: [{ kind: "image", url: "https://cs.pikabu.example/otvet.png", alt: null }],
  sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
};

describe("on Pikabu", () => {
  it("the story is read whole, folded or not, its title apart", () => {
    expect(clipPage(savedPage(fixture, STORY), { kind: "popup" }).captured).toMatchObject({
      adapter: "pikabu",
      channel: "social",
      narrative: WORDS,
      subject: "Доставка, которой не было",
      author: {
        name: "GlafiraS",
        handle: "GlafiraS",
        profileUrl: "https://pikabu.ru/@GlafiraS",
        platformId: "640011",
      },
      permalink: STORY,
      permalinkKey: "pikabu:13551201",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "4 дня назад" },
      attachments: [{ kind: "image", url: "https://cs.pikabu.example/big/chek.jpg", alt: "Чек" }],
      thread: null,
    });
  });

  it("the story as it stands alone on its page in 2026 is read", () => {
    const page = `<div class="page-story" data-story-id="13551201" data-story-username="GlafiraS"><section class="story__main"><header class="story__header">
      <a class="story__user-link user__nick" href="/@GlafiraS">GlafiraS</a><a class="story__datetime-link" href="/new/18-11-2026">18 ноября 2026 в 20:40</a><h1 class="story__title">Доставка</h1></header>
      <div class="story__content"><div class="story__content-inner"><p>Суп не приехал.</p><p>Что делать?</p></div></div></section></div>
      <div class="comment" id="comment_9" data-id="9"><a class="comment__user" href="/@MironK">MironK</a><p>И у меня.</p></div>`;
    const moment = { now: new Date("2026-11-19T08:00:00Z"), zone: "Europe/Moscow" };
    expect(clipPage(savedPage(page, STORY), { kind: "popup" }, { moment }).captured).toMatchObject({
      narrative: "Суп не приехал.\n\nЧто делать?",
      author: { name: "GlafiraS", handle: "GlafiraS", profileUrl: "https://pikabu.ru/@GlafiraS" },
      permalink: STORY,
      permalinkKey: "pikabu:13551201",
      postedAt: { at: "2026-11-18T17:40:00.000Z", precision: "minute" },
    });
    expect(pickedFrom(page, STORY, ".comment p").author).toMatchObject({ name: "MironK", handle: "MironK" });
  });

  it("a comment that names nobody has no author", () => {
    expect(
      pickedFrom(`<div class="comment" data-id="9"><p>Да</p></div>`, STORY, ".comment p").author,
    ).toBeNull();
  });

  it("the comment that the address names is read, without what it quotes", () => {
    const window = savedPage(fixture, `${STORY}?cid=377001`);
    expect(clipPage(window, { kind: "shortcut" }).captured).toMatchObject(COMMENT);
  });

  it("the comment that was picked is read and not the answer below it", () => {
    expect(pickedFrom(fixture, STORY, "#comment_377001 b")).toMatchObject(COMMENT);
  });

  it("an answer names the comment that it answers, and gets an address where it shows none", () => {
    expect(pickedFrom(fixture, STORY, "#comment_377040 p")).toMatchObject({
      narrative: "Спасибо, жду.",
      author: { handle: "GlafiraS", platformId: "640011" },
      permalink: `${STORY}?cid=377040#comment_377040`,
      permalinkKey: "pikabu:13551201-c377040",
      thread: {
        parent: { author: "MironK", permalink: COMMENT.permalink, narrative: COMMENT.narrative },
        position: 2,
      },
      attachments: null,
    });
  });

  itTakesHostileTextAsText(fixture, `${STORY}?cid=377001`);
});
