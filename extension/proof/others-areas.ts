import type { Page } from "../clip/page";
import type { SiteAdapter } from "../clip/sites/site-adapter";

/** What sites of every kind call another person's words inside a post: a quotation, an answer, what it answers. */
const OTHERS_WORDS = [
  "blockquote",
  "[role=article]",
  "article",
  "[itemprop=comment]",
  "[itemprop=parentItem]",
  ".h-cite",
  ".u-in-reply-to",
  ".gmail_quote",
].join(",");

/** What sites call the picture of a person. */
const FACES = ["avatar", "userpic", "user-pic", "profile-pic", "profile_pic", "ava"]
  .flatMap((name) => [`img[class*="${name}" i]`, `[class*="${name}" i] img`, `img[alt*="${name}" i]`])
  .join(",");

/**
 * Areas of a post that seem to be other people's: posts within it, what it answers, quotations, and faces
 * beside the author's own. A proposal: the agent sees it and puts it right.
 */
export function othersAreas(page: Page, root: Element, site: SiteAdapter | null): Element[] {
  const named = [site?.selectors.parent, site?.selectors.post].filter((one) => one !== undefined);
  const words = [OTHERS_WORDS, ...named].flatMap((selector) => page.selectAll(root, selector, 200));
  // The whole of the post under another name is not within it.
  const within = words.filter((area) => area !== root && !holdsWords(page, root, area, site));
  const faces = page.selectAll(root, FACES, 200);
  const own = faces.find((face) => !within.some((area) => page.contains(area, face)));
  return [...within, ...faces.filter((face) => face !== own)];
}

/** Whether the area holds the post's own words, so that it cannot be another's. */
function holdsWords(page: Page, root: Element, area: Element, site: SiteAdapter | null): boolean {
  const words = site?.selectors.words === undefined ? null : page.select(root, site.selectors.words);
  if (words !== null) return page.contains(area, words);
  // Without an adapter: what is most of the post is the post.
  const [whole, part] = [page.box(root), page.box(area)];
  return part.width * part.height > whole.width * whole.height * 0.8;
}
