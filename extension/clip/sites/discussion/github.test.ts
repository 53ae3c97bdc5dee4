import { describe, expect, it } from "vitest";
import { itTakesHostileTextAsText } from "../../../../tests/support/hostile-page";
import { pickedFrom } from "../../../../tests/support/picked-from";
import { savedPage } from "../../../../tests/support/saved-page";
import { clipPage } from "../../clip-page";
import fixture from "./github.fixture.html?raw";

const ISSUE = "https://github.com/quick-cat/courier-app/issues/41";

const COMMENT = {
  narrative: "Same on Android.\n\nPlease fix it.",
  subject: null,
  author: {
    name: "plum-wren",
    handle: "@plum-wren",
    profileUrl: "https://github.com/plum-wren",
    platformId: null,
  },
  permalink: `${ISSUE}#issuecomment-91001`,
  permalinkKey: "github:quick-cat/courier-app#41-c91001",
  postedAt: { at: "2026-11-18T18:05:00.000Z", precision: "exact", raw: "on Nov 18, 2026" },
  thread: {
    parent: {
      author: "sorrel-finch",
      permalink: ISSUE,
      narrative:
        "The courier stands still on the map.\nOrder 5512, paid.\n\nGET /orders/5512 -> 204\nretry: 3",
    },
    position: 1,
  },
};

/** The markup that pull requests and discussions still have. */
const OLD_MARKUP = `<body><h1><bdi class="js-issue-title markdown-title">Send the order again</bdi></h1>
  <div class="TimelineItem js-comment-container"><div class="timeline-comment js-comment" id="pullrequest-5">
    <a class="author" href="/sorrel-finch">sorrel-finch</a>
    <a href="#issue-7" class="js-timestamp"><relative-time datetime="2026-11-18T17:40:05Z">Nov 18</relative-time></a>
    <table><tr><td class="comment-body markdown-body js-comment-body"><p>It is lost.</p></td></tr></table>
  </div></div>
  <div class="TimelineItem js-comment-container"><div class="timeline-comment js-comment" id="issuecomment-91001">
    <a class="author" href="/plum-wren">plum-wren</a>
    <a href="#issuecomment-91001" class="js-timestamp"><relative-time datetime="2026-11-18T18:05:00Z">Nov 18</relative-time></a>
    <table><tr><td class="comment-body markdown-body js-comment-body"><p>Same here.</p></td></tr></table>
  </div></div></body>`;

describe("on GitHub", () => {
  it("an issue's opening text is read, its title apart and its code line by line", () => {
    expect(clipPage(savedPage(fixture, ISSUE), { kind: "popup" }).captured).toMatchObject({
      adapter: "github",
      channel: "social",
      narrative: COMMENT.thread.parent.narrative,
      subject: "Order tracking never updates",
      author: {
        name: "sorrel-finch",
        handle: "@sorrel-finch",
        profileUrl: "https://github.com/sorrel-finch",
        platformId: null,
      },
      permalink: ISSUE,
      permalinkKey: "github:quick-cat/courier-app#41",
      postedAt: { at: "2026-11-18T17:40:05.000Z", precision: "exact", raw: "on Nov 18, 2026" },
      thread: null,
      attachments: [{ kind: "image", url: "https://user-images.example/map.png", alt: "The map" }],
      sources: { narrative: "adapter", author: "adapter", permalink: "adapter", postedAt: "adapter" },
      notes: [],
    });
  });

  it("the comment that the address names is read, without what it quotes", () => {
    const window = savedPage(fixture, `${ISSUE}#issuecomment-91001`);
    expect(clipPage(window, { kind: "shortcut" }).captured).toMatchObject(COMMENT);
  });

  it("the comment that was picked is read and not its neighbour", () => {
    expect(pickedFrom(fixture, ISSUE, "[data-testid$=kw1] blockquote + p")).toMatchObject(COMMENT);
    expect(pickedFrom(fixture, ISSUE, "[data-testid$=kw2] p")).toMatchObject({
      narrative: "We are looking into it.",
      author: { handle: "@old-heron" },
      permalinkKey: "github:quick-cat/courier-app#41-c91002",
      thread: { parent: { author: "sorrel-finch" }, position: 2 },
    });
  });

  it("a pull request and its comments are read in the markup of before", () => {
    const pull = "https://github.com/quick-cat/courier-app/pull/42";
    expect(pickedFrom(OLD_MARKUP, pull, "#pullrequest-5 p")).toMatchObject({
      narrative: "It is lost.",
      subject: "Send the order again",
      author: { handle: "@sorrel-finch" },
      permalink: pull,
      permalinkKey: "github:quick-cat/courier-app#42",
    });
    expect(pickedFrom(OLD_MARKUP, pull, "#issuecomment-91001 p")).toMatchObject({
      narrative: "Same here.",
      author: { handle: "@plum-wren" },
      permalink: `${pull}#issuecomment-91001`,
      permalinkKey: "github:quick-cat/courier-app#42-c91001",
      thread: { parent: { author: "sorrel-finch", permalink: pull, narrative: "It is lost." }, position: 1 },
    });
  });

  it("an answer within a discussion's comment is read apart from it", () => {
    const thread = `<body><h1><bdi class="js-issue-title markdown-title">Where is my order?</bdi></h1>
      <div class="js-comment-container"><div class="timeline-comment js-comment" id="discussion-8"><a class="author" href="/sorrel-finch">sorrel-finch</a><td></td><div class="js-comment-body"><p>Lost.</p></div></div></div>
      <div class="timeline-comment js-comment" id="discussioncomment-501"><a class="author" href="/plum-wren">plum-wren</a>
        <div class="js-comment-body"><p>Mine too.</p></div>
        <div class="js-comment-container"><div id="discussioncomment-502"><a class="author" href="/old-heron">old-heron</a><div class="js-comment-body"><p>Checking.</p></div></div></div></div></body>`;
    const discussion = "https://github.com/quick-cat/courier-app/discussions/43";
    expect(pickedFrom(thread, discussion, "#discussioncomment-501 > div p")).toMatchObject({
      narrative: "Mine too.",
      permalinkKey: "github:quick-cat/courier-app#43-c501",
      permalink: `${discussion}#discussioncomment-501`,
    });
    expect(pickedFrom(thread, discussion, "#discussioncomment-502 p")).toMatchObject({
      narrative: "Checking.",
      author: { handle: "@old-heron" },
      thread: { parent: { author: "plum-wren", narrative: "Mine too." }, position: 2 },
    });
  });

  it("a page that is neither is read as any page is", () => {
    const window = savedPage(fixture, "https://github.com/quick-cat/courier-app");
    expect(clipPage(window, { kind: "popup" }).captured.adapter).toBe("any-page");
  });

  itTakesHostileTextAsText(fixture, `${ISSUE}#issuecomment-91001`);
});
