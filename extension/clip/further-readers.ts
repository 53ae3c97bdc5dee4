import type { PostFields } from "./captured-page";
import type { Page } from "./page";
import type { SiteAdapter } from "./sites/site-adapter";

/**
 * What most clips do not need, in a script of its own: the readers for pages that no adapter knows, and for mails,
 * whose new words must be told from those that they quote.
 */
export interface FurtherReaders {
  /** Adapters of webmails. */
  readonly sites: readonly SiteAdapter[];
  /** The post round an element, with null the page's main one; null where it is not clear which. */
  locate(page: Page, pointed: Element | null): Element | null;
  read(page: Page, root: Element): PostFields;
  /** Every post that is recognised, in document order. */
  posts(page: Page): Element[];
  /** Whether the page's own description is of this post. */
  isMain(page: Page, root: Element): boolean;
  /** Posts inside a post: their words are not its words. */
  innerPosts(page: Page, root: Element): Element[];
  microformat(page: Page, root: Element): PostFields | null;
  activityStream(page: Page): PostFields | null;
  openGraph(page: Page): PostFields;
  /** Who and when, of a page that is one text. */
  besideHeading(page: Page): PostFields;
  /** What is read of a webmail's mail in another way than of a post. */
  mail(page: Page, site: SiteAdapter, root: Element): Partial<PostFields>;
}

declare global {
  /** Left on the isolated world's global by the script that brings them. */
  var otklikFurtherReaders: FurtherReaders | undefined;
}

/** Null until their script has been run in this page. */
export function furtherReaders(): FurtherReaders | null {
  return globalThis.otklikFurtherReaders ?? null;
}
