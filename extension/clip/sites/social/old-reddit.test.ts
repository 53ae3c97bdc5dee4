import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./old-reddit.fixture.html?raw";

const ADDRESS = "https://old.reddit.com/r/dostavka/comments/1kot77/bystry_kot/";
const clip = (linkUrl?: string) =>
  clipPage(savedPage(fixture, ADDRESS), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl })
    .captured;

describe("a post on old Reddit", () => {
  it("at its own address is read whole, its title apart", () => {
    expect(clip()).toMatchObject({
      adapter: "old-reddit",
      channel: "social",
      subject: "«Быстрый кот» не возвращает деньги",
      narrative: "Заказ 5512 отменили сами.\n\nДеньги списаны, ответа нет.",
      author: {
        name: "prov_dyatlov",
        handle: "u/prov_dyatlov",
        profileUrl: "https://old.reddit.com/user/prov_dyatlov/",
        platformId: "t2_aaa1",
      },
      permalink: ADDRESS,
      permalinkKey: "reddit:t3_1kot77",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact" },
      thread: null,
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("that is a comment is read when it is clicked, without the answers to it", () => {
    expect(clip(`${ADDRESS}mno111/`)).toMatchObject({
      subject: null,
      narrative: "Деньги списаны\n\nУ меня так же.\nПисала в поддержку.",
      author: { name: "Lukerya77", platformId: "t2_bbb2" },
      permalink: `${ADDRESS}mno111/`,
      permalinkKey: "reddit:t1_mno111",
      postedAt: { at: "2026-11-18T18:05:00.000Z" },
      thread: { parent: { author: "prov_dyatlov", permalink: ADDRESS }, position: 1 },
    });
  });

  it("that is an answer names what it answers, and nobody where its author left", () => {
    const window = savedPage(fixture, ADDRESS);
    const words = window.document.querySelector("#thing_t1_pqr222 .md");
    if (words !== null) window.getSelection()?.selectAllChildren(words);
    expect(clipPage(window, { kind: "menu" }).captured).toMatchObject({
      narrative: "Вернули через неделю.",
      author: null,
      permalinkKey: "reddit:t1_pqr222",
      thread: { parent: { author: "Lukerya77", permalink: `${ADDRESS}mno111/` }, position: 2 },
    });
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
