import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./hacker-news.fixture.html?raw";

const STORY = "https://news.ycombinator.com/item?id=48100100";

describe("on Hacker News", () => {
  it("the story that has the page is read, its title apart", () => {
    expect(clipPage(savedPage(fixture, STORY), { kind: "popup" }).captured).toMatchObject({
      adapter: "hacker-news",
      channel: "social",
      narrative: "They charged me twice.\n\nThe courier never came.",
      subject: "Ask HN: Quick Cat lost my groceries, now what?",
      author: {
        name: "sorrel_finch",
        handle: "sorrel_finch",
        profileUrl: "https://news.ycombinator.com/user?id=sorrel_finch",
        platformId: null,
      },
      permalink: STORY,
      permalinkKey: "hn:48100100",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "2 hours ago" },
      thread: null,
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("a comment that was picked is read without its buttons, and answers the story", () => {
    expect(pickedFrom(fixture, STORY, "[id='48100200'] .commtext i")).toMatchObject({
      narrative: 'Same here, third time this month.\n\nSupport answers "we are sorry" and closes the chat.',
      subject: null,
      author: { name: "plum_wren" },
      permalink: "https://news.ycombinator.com/item?id=48100200",
      permalinkKey: "hn:48100200",
      postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact", raw: "1 hour ago" },
      thread: {
        parent: {
          author: "sorrel_finch",
          permalink: STORY,
          narrative: "They charged me twice.\n\nThe courier never came.",
        },
        position: 1,
      },
    });
  });

  it("an answer names the comment above that is less indented", () => {
    expect(pickedFrom(fixture, STORY, "[id='48100210'] .commtext")).toMatchObject({
      narrative: "Ask your bank for a chargeback.",
      author: { name: "old_heron" },
      thread: {
        parent: { author: "plum_wren", permalink: "https://news.ycombinator.com/item?id=48100200" },
        position: 2,
      },
    });
  });

  it("a comment whose date has no Unix time yet is in UTC all the same", () => {
    expect(pickedFrom(fixture, STORY, "[id='48100300'] .commtext")).toMatchObject({
      author: { name: "sorrel_finch" },
      postedAt: { at: "2026-11-18T18:30:00.000Z", precision: "exact", raw: "40 minutes ago" },
      thread: { parent: { permalink: STORY }, position: 3 },
    });
  });

  itTakesHostileTextAsText(fixture, STORY);
});
