import type { Page } from "../page";
import { lineOf, textOf } from "../read-text";
import { timeOf } from "./any-time";
import { NOT_AMONG_WORDS, NOT_WORDS, TIME_MARKS } from "./post-marks";

/** Where sites and forum engines put the words of a post, the surest first. */
const WORDS = [
  "[itemprop=reviewBody]",
  "[itemprop=articleBody]",
  "[itemprop=text]",
  "[itemprop=commentText]",
  "[itemprop=description]",
  ".e-content",
  ".entry-content",
  "[data-role=commentContent]",
  ".bbWrapper",
  ".messageText",
  ".field--name-comment-body",
  "blockquote.postcontent",
  "[id^=post_message_]",
  "[id^=message_text]",
  "[id^=comm-id-]",
  "[id^=news-id-]",
  ".postbody .content",
  "span.postbody",
  ".post > .inner",
  "td .post",
  ".postmsg",
  ".postcolor",
  ".email-body",
  ".comment-copy",
  "[class*=post-body i]",
  "[class*=post_body i]",
  "[class*=post__body i]",
  "[class*=postcontent i]",
  "[class*=post-content i]",
  "[class*=post_content i]",
  "[class*=post-text i]",
  "[class*=post__text i]",
  "[class*=post_text i]",
  "[class*=comment-content i]",
  "[class*=comment__content i]",
  "[class*=comment-text i]",
  "[class*=comment__text i]",
  "[class*=comment_text i]",
  "[class*=comment-body i]",
  "[class*=review-text i]",
  "[class*=review__text i]",
  "[class*=review-body i]",
  "[class*=message-text i]",
  "[class*=message__text i]",
  "[class*=message-body i]",
  "[class*=message-content i]",
];

/** A part that holds so much of the words is where they stand. */
const MOST_OF_IT = 0.8;
const MOST_LEVELS = 20;
/** What can be done with a post stands in few words. */
const LONGEST_ACTIONS = 60;

/** The words of a post on an unknown site, and the element they stand in. */
export interface AnyWords {
  readonly element: Element;
  readonly text: string;
}

/** The words that the site marks as such; null where it marks none. */
export function markedWords(page: Page, root: Element, inner: readonly Element[]): AnyWords | null {
  for (const selector of WORDS) {
    const element = page
      .selectAll(root, selector, 20)
      .find((found) => !inner.some((post) => page.contains(post, found)) && !tellsWhen(page, found));
    const text =
      element &&
      (textOf(page, element, { without: NOT_AMONG_WORDS }) ?? textOf(page, element, { without: "button" }));
    if (element && text) return { element, text };
  }
  return null;
}

/** What holds the time of the post is more than its words, whatever it is called. */
function tellsWhen(page: Page, found: Element): boolean {
  // Old themes name no part of a comment, but lead to it by its date.
  return page.selectAll(found, `${TIME_MARKS},a[href*='#']`, 9).some((element) => {
    const other = page.closest(element, NOT_AMONG_WORDS);
    return (other === null || page.contains(other, found)) && timeOf(page, element) !== null;
  });
}

/**
 * What is left of a post without who, when and what can be pressed, where most of it stands.
 *
 * @param others posts within it, and what tells who and when
 */
export function unmarkedWords(page: Page, root: Element, others: readonly Element[]): string | null {
  const without = `${NOT_WORDS},h1,h2,h3,h4,script,style,noscript,template`;
  const leftOut = [...others, ...actionsIn(page, root)];
  const lengthOf = (element: Element) =>
    leftOut.includes(element) || page.matches(element, without)
      ? 0
      : (textOf(page, element, { without, leftOut })?.length ?? 0);
  const whole = lengthOf(root);
  let element = root;
  for (let level = 0; level < MOST_LEVELS && whole > 0; level++) {
    const next = page.childElements(element).find((child) => lengthOf(child) >= whole * MOST_OF_IT);
    if (next === undefined || /^(p|span|a|b|i|em|strong)$/.test(page.tag(next))) break;
    element = next;
  }
  return (
    textOf(page, element, { without, leftOut }) ??
    textOf(page, root, { without: "button,time,h1", leftOut: others })
  );
}

/** Parts that hold links and nothing else: "reply", "report", a number. */
function actionsIn(page: Page, root: Element): Element[] {
  const parents = page.selectAll(root, "a[href]", 100).map((link) => page.parent(link));
  return [...new Set(parents)]
    .filter((parent) => parent !== null)
    .filter((parent) => parent !== root && (lineOf(page, parent)?.length ?? 0) <= LONGEST_ACTIONS)
    .filter((parent) => !/[\p{L}\p{N}]/u.test(lineOf(page, parent, "a") ?? ""));
}
