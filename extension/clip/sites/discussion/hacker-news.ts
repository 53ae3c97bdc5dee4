import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Page } from "../../page";
import { postedAtOf } from "../../posted-at";
import { lineOf } from "../../read-text";
import { ownParts } from "../locate-post";
import type { SiteAdapter } from "../site-adapter";
import { answeredPost, positionAmong, threadPlace } from "../thread-place";
import { unixTime } from "../unix-time";

const COMMENTS = "tr.comtr";

/**
 * A comment on Hacker News, and the story or comment that has the page to itself. Its markup has stood for ten years;
 * since 2024 the hover text of a date ends with the Unix time. Checked in November 2026 on a saved page.
 */
export const hackerNews: SiteAdapter = {
  name: "hacker-news",
  channel: "social",
  hosts: ["news.ycombinator.com"],
  selectors: {
    post: `table.fatitem, ${COMMENTS}`,
    main: "table.fatitem",
    words: ".commtext, .toptext",
    // The link "reply" stood within the words until 2024.
    notWords: ".reply, form",
    subject: ".titleline > a, .title > a.storylink",
    author: "a.hnuser",
    authorLink: "a.hnuser",
    time: "span.age",
    permalink: "span.age a[href^='item?id=']",
  },

  /** `hn:12345`: stories and comments are counted together. */
  keyOf({ pathname, searchParams }) {
    const id = searchParams.get("id") ?? "";
    return pathname === "/item" && /^\d{1,12}$/.test(id) ? `hn:${id}` : null;
  },

  keyIn(page, root) {
    const named = page.matches(root, COMMENTS) ? root : page.select(root, "tr.athing[id]");
    const id = (named && page.attribute(named, "id")) ?? "";
    return /^\d{1,12}$/.test(id) ? `hn:${id}` : null;
  },

  refine(page, root, found) {
    const id = found.permalinkKey?.slice("hn:".length);
    const isComment = page.matches(root, COMMENTS);
    const parent = isComment ? parentOf(page, root) : null;
    return {
      ...found,
      author: found.author && { ...found.author, handle: found.author.name },
      permalink: id === undefined ? null : addressOf(id),
      postedAt: timeIn(page, root) ?? found.postedAt,
      thread: isComment
        ? threadPlace(answeredPost(page, hackerNews, parent), positionAmong(page, COMMENTS, root))
        : null,
    };
  },
};

function addressOf(id: string): string {
  return `https://news.ycombinator.com/item?id=${id}`;
}

/** `2026-11-18T17:40:05 1795023605`; the first half is in UTC and does not say so. */
function timeIn(page: Page, root: Element): PostedAt | null {
  const age = ownParts(page, hackerNews, root, "span.age")[0] ?? null;
  const [date, seconds] = ((age && page.attribute(age, "title")) ?? "").split(" ");
  const words = lineOf(page, age);
  if (seconds !== undefined) return unixTime(seconds, words);
  return date ? postedAtOf(`${date}Z`, words) : null;
}

/** The nearest row above that is less indented; a row without indent answers what has the page. */
function parentOf(page: Page, root: Element): Element | null {
  const rows = page.selectAll(page.document, COMMENTS);
  const indent = indentOf(page, root);
  if (indent === null || indent === 0) return page.select(page.document, "table.fatitem");
  const above = rows.slice(0, rows.indexOf(root)).reverse();
  return above.find((row) => (indentOf(page, row) ?? indent) < indent) ?? null;
}

/** By the cell's own number, else by the width of the picture that pushes the row to the right: 40 px a step. */
function indentOf(page: Page, row: Element): number | null {
  const cell = page.select(row, "td.ind");
  const picture = cell && page.select(cell, "img[width]");
  const told = (cell && page.attribute(cell, "indent")) ?? (picture && page.attribute(picture, "width"));
  return told !== null && /^\d{1,6}$/.test(told) ? Number(told) : null;
}
