import type { Page } from "../page";
import { textOf } from "../read-text";
import { NOT_AMONG_WORDS, NOT_WORDS } from "./post-marks";
import { innerPosts } from "./post-root";

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
  "[id^=post_message_]",
  "[id^=message_text]",
  "[id^=comm-id-]",
  "[id^=news-id-]",
  ".postbody .content",
  "[class*=postcontent i]",
  "[class*=post-content i]",
  "[class*=post_content i]",
  "[class*=post-text i]",
  "[class*=post__text i]",
  "[class*=post_text i]",
  "[class*=comment-content i]",
  "[class*=comment__content i]",
  "[class*=field--name-comment-body i]",
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

/** The words of a post on an unknown site, and the element they stand in. */
export interface AnyWords {
  readonly element: Element;
  readonly text: string | null;
}

export function anyWords(page: Page, root: Element): AnyWords {
  const inner = innerPosts(page, root);
  for (const selector of WORDS) {
    const element = page
      .selectAll(root, selector, 20)
      .find((found) => !inner.some((post) => page.contains(post, found)));
    const text =
      element &&
      (textOf(page, element, { without: NOT_AMONG_WORDS }) ?? textOf(page, element, { without: "button" }));
    if (element && text) return { element, text };
  }
  return unmarkedWords(page, root, inner);
}

/** What is left of a post without who, when and what can be pressed, where most of it stands. */
function unmarkedWords(page: Page, root: Element, inner: readonly Element[]): AnyWords {
  const without = `${NOT_WORDS},h1,h2,h3,h4`;
  const isOther = (element: Element) => inner.includes(element) || page.matches(element, without);
  const lengthOf = (element: Element) =>
    isOther(element) ? 0 : (textOf(page, element, { without, leftOut: inner })?.length ?? 0);
  const whole = lengthOf(root);
  let element = root;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const next = page.childElements(element).find((child) => lengthOf(child) >= whole * MOST_OF_IT);
    if (next === undefined || /^(p|span|a|b|i|em|strong)$/.test(page.tag(next))) break;
    element = next;
  }
  const text =
    textOf(page, element, { without, leftOut: inner }) ??
    textOf(page, root, { without: "button,time,h1", leftOut: inner });
  return { element, text };
}
