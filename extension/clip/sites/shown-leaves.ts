import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { postedAtOf } from "../posted-at";
import { lineOf } from "../read-text";

const MOST_LEAVES = 500;
const MOST_OF_A_DATE = 60;

/** An element that holds words and no further elements but line breaks and pictures. */
export interface Leaf {
  readonly element: Element;
  readonly text: string;
}

/**
 * The smallest parts of a post that hold words, in the page's order: for sites whose class names are made by a
 * build and say nothing.
 *
 * @param without parts that are passed over with all that is in them
 */
export function shownLeaves(page: Page, root: Element, without: string): Leaf[] {
  return page
    .selectAll(root, "*", MOST_LEAVES)
    .filter((element) => page.childElements(element).every((child) => /^(?:w?br|img)$/.test(page.tag(child))))
    .filter((element) => page.closest(element, without) === null)
    .flatMap((element) => {
      const text = lineOf(page, element);
      return text === null ? [] : [{ element, text }];
    });
}

/** The first leaf that is a date and nothing else, but for what stands behind a comma («…, отредактирован»). */
export function dateAmong(page: Page, leaves: readonly Leaf[]): { leaf: Leaf; postedAt: PostedAt } | null {
  for (const leaf of leaves) {
    if (leaf.text.length > MOST_OF_A_DATE || !/\p{Nd}|\p{L}{4}/u.test(leaf.text)) continue;
    for (const words of [leaf.text, leaf.text.split(",")[0] ?? ""]) {
      const postedAt = postedAtOf(null, words, page.moment);
      if (postedAt !== null && (postedAt.at !== null || postedAt.day !== undefined))
        return { leaf, postedAt: { ...postedAt, raw: leaf.text } };
    }
  }
  return null;
}
