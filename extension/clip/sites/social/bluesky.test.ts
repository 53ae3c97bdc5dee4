import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import { bluesky } from "./bluesky";
import fixture from "./bluesky.fixture.html?raw";

const ADDRESS = "https://bsky.app/profile/agafya.example/post/3n2m427htu22b";
const WORDS = "«Быстрый кот» привёз чужой заказ.\nНомер 4410, никто не отвечает.";
const clip = (html: string, linkUrl?: string) =>
  clipPage(savedPage(html, ADDRESS), linkUrl === undefined ? { kind: "popup" } : { kind: "menu", linkUrl })
    .captured;

describe("a post on Bluesky", () => {
  it("at its own address is read whole, without the post that it quotes", () => {
    expect(clip(fixture)).toMatchObject({
      adapter: "bluesky",
      channel: "social",
      narrative: WORDS,
      author: {
        name: "Агафья Кукушкина",
        handle: "@agafya.example",
        profileUrl: "https://bsky.app/profile/agafya.example",
        platformId: "did:plc:bbbbbbbbbbbbbbbbbbbbbbb2",
      },
      permalink: ADDRESS,
      permalinkKey: "bsky:agafya.example/3n2m427htu22b",
      postedAt: { at: "2026-11-18T17:40:19.250Z", precision: "exact" },
      thread: {
        parent: {
          author: "Мирон Клестов",
          permalink: "https://bsky.app/profile/miron.example/post/3n2lzqqnzc22b",
          narrative: "Как вам «Быстрый кот»?",
        },
        position: null,
      },
      attachments: [{ kind: "image", alt: "Суп вместо пиццы" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("that was clicked is read, also of the same author, its time by its key", () => {
    const clicked = "https://bsky.app/profile/agafya.example/post/3n2m5gr7ms22b";
    expect(clip(fixture, clicked)).toMatchObject({
      narrative: "Дополню: деньги не вернули.",
      author: { name: "Агафья Кукушкина" },
      permalink: clicked,
      permalinkKey: "bsky:agafya.example/3n2m5gr7ms22b",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "minute" },
      thread: { parent: null, position: 1 },
      sources: { postedAt: "address" },
    });
  });

  it.each([
    ["JSON-LD", (html: string) => html, WORDS],
    [
      "the description",
      (html: string) => html.replace(/<script[\s\S]*<\/script>/, ""),
      WORDS.replace("\n", " "),
    ],
  ])("without its markup is told by %s", (_what, from, narrative) => {
    const head = from(fixture).replace(/<body>[\s\S]*/, "");
    expect(clip(head)).toMatchObject({
      adapter: "bluesky",
      narrative,
      author: { name: "Агафья Кукушкина", handle: "@agafya.example" },
      permalink: ADDRESS,
      permalinkKey: "bsky:agafya.example/3n2m427htu22b",
      postedAt: { at: "2026-11-18T17:40:19.250Z", precision: "exact" },
    });
  });

  it.each([
    ["/profile/Agafya.example/post/3n2m427htu22b/liked-by", "bsky:agafya.example/3n2m427htu22b"],
    ["/profile/did:plc:aaa/post/3n2m427htu22b", "bsky:did:plc:aaa/3n2m427htu22b"],
    ["/profile/agafya.example", null],
  ])("has the key of its address %s", (path, key) => {
    expect(bluesky.keyOf?.(new URL(path, ADDRESS)) ?? null).toBe(key);
  });

  itTakesHostileTextAsText(fixture, ADDRESS);
});
