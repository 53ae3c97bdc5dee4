import type { Author } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { lineOf } from "../read-text";
import { webAddress } from "../web-address";
import { innerPosts } from "./post-root";

/** Who wrote a post on an unknown site, the surest mark first. */
const AUTHOR_MARKS = [
  "[rel~=author]",
  "[itemprop=author]",
  ".p-author",
  "a[class*=author i]",
  "a[class*=username i]",
  "a[class*=user-name i]",
  "a[class*=nickname i]",
  "[class*=author-name i]",
  "[class*=author i] a[href]",
  "[class*=username i]",
  "[class*=nickname i]",
];

/** A byline longer than this holds more than a name. */
const LONGEST_NAME = 80;

/** The author as the post marks him or her: the name, the profile, and a handle where one is shown. */
export function anyAuthor(page: Page, root: Element): Author | null {
  const inner = innerPosts(page, root);
  for (const mark of AUTHOR_MARKS) {
    for (const element of page.selectAll(root, mark, 5)) {
      if (inner.some((post) => page.contains(post, element))) continue;
      const author = readAuthor(page, element);
      if (author !== null) return author;
    }
  }
  return null;
}

function readAuthor(page: Page, element: Element): Author | null {
  const named = page.select(element, "[itemprop=name]") ?? element;
  const shown = page.attribute(named, "content") ?? lineOf(page, named);
  if (shown === null || shown.length > LONGEST_NAME) return null;
  const link =
    page.tag(element) === "a"
      ? element
      : (page.select(element, "a[href]") ?? page.closest(element, "a[href]"));
  const href = link === null ? null : page.attribute(link, "href");
  const profileUrl = href === null || href.startsWith("#") ? null : webAddress(href, page.url);
  const isHandle = /^@[\w.-]+(@[\w.-]+)?$/u.test(shown);
  return { name: isHandle ? null : shown, handle: isHandle ? shown : null, profileUrl, platformId: null };
}
