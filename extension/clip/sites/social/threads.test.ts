import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { threads } from "./threads";
import fixture from "./threads.fixture.html?raw";

const ADDRESS = "https://www.threads.com/@lukerya.s/post/Df5EDqXgBCS";
const clip = (html: string, address = ADDRESS, linkUrl?: string) =>
  clipPage(savedPage(html, address), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl })
    .captured;

describe("a post on Threads", () => {
  it("at its own address is read whole, without the post that it quotes", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "threads",
      channel: "social",
      narrative: "«Быстрый кот» второй день не берёт трубку.\nЗаказ 3107, @bystry_kot",
      author: {
        name: "lukerya.s",
        handle: "@lukerya.s",
        profileUrl: "https://www.threads.com/@lukerya.s",
        platformId: null,
      },
      permalink: ADDRESS,
      permalinkKey: "threads:Df5EDqXgBCS",
      postedAt: { at: "2026-11-18T17:40:12.000Z", precision: "exact" },
      thread: {
        parent: {
          author: "prov_d",
          permalink: "https://www.threads.com/@prov_d/post/Df4_WwjgBCS",
          narrative: "Кто заказывал у «Быстрого кота»?",
        },
        position: null,
      },
      attachments: [{ kind: "image", url: "https://scontent.example/2.jpg", alt: "Снимок звонков" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("that was clicked is read", () => {
    const clicked = "https://www.threads.com/@savva.d/post/Df5G6KDgBCS";
    expect(clip(fixture, ADDRESS, clicked)).toMatchObject({
      narrative: "И мне не отвечают",
      author: { name: "savva.d", handle: "@savva.d" },
      permalinkKey: "threads:Df5G6KDgBCS",
      thread: { parent: null, position: 1 },
    });
  });

  it("without its markup is told by the head, under the old host too", () => {
    const old = "https://www.threads.net/@lukerya.s/post/Df5EDqXgBCS";
    expect(clip(fixture.replace(/<body>[\s\S]*/, ""), old)).toMatchObject({
      adapter: "threads",
      narrative: "«Быстрый кот» второй день не берёт трубку. Заказ 3107.",
      author: {
        name: "Лукерья Сорокина",
        handle: "@lukerya.s",
        profileUrl: "https://www.threads.net/@lukerya.s",
      },
      permalink: old,
      permalinkKey: "threads:Df5EDqXgBCS",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "minute" },
      sources: { narrative: "open_graph", postedAt: "address" },
    });
  });

  it("has its author behind the first words in the title of 2026", () => {
    const title = `<meta property="og:title" content="«Быстрый кот» | второй день | Лукерья Сорокина (&#064;lukerya.s) on Threads">`;
    expect(clip(title).author).toMatchObject({ name: "Лукерья Сорокина", handle: "@lukerya.s" });
  });

  it.each([
    ["/@lukerya.s/post/Df5EDqXgBCS/media", "threads:Df5EDqXgBCS"],
    ["/t/Df5EDqXgBCS", "threads:Df5EDqXgBCS"],
    ["/@lukerya.s", null],
  ])("has the key of its address %s", (path, key) => {
    expect(threads.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
