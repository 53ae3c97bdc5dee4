import type { SelectorName } from "@otklik/shared/capture/selector-names";
import type { PostedAt } from "@otklik/shared/complaint/clip";
import type { Channel } from "@otklik/shared/complaint/vocabulary";
import type { PostFields } from "../captured-page";
import type { Page } from "../page";

/** Where a site has what, as CSS. Data, so that the organisation's server can put one right. */
export type SiteSelectors = Readonly<{ post: string } & Partial<Record<SelectorName, string>>>;

/**
 * Knows one site's markup. An adapter reads and never changes the page, asks nothing of the network, and gives
 * null for what it does not find. One file, one made-up page (`NAME.fixture.html`) and one test that asserts the
 * whole clip. What the selectors give is read by `readBySelectors`; the functions say only what selectors cannot.
 */
export interface SiteAdapter {
  /** Stored with the clip; the file's name. */
  readonly name: string;
  readonly channel: Channel;
  /** Hosts, each with everything under it; null when the site runs under anybody's host. */
  readonly hosts: readonly string[] | null;
  readonly selectors: SiteSelectors;
  /** The site writes its authors' line breaks into the markup and keeps them by a style, which a saved page may lack. */
  readonly keepsLines?: boolean;
  /** Its posts are mails: what they quote is left out, and of several that stand open the last is meant. */
  readonly isMail?: boolean;
  /** Whether this page is the site's, by markup or path, never by words. Needed where `hosts` is null. */
  readonly recognises?: (page: Page) => boolean;
  /** Frames of the same site in which posts stand, beside the page itself. */
  readonly frames?: (page: Page) => readonly Document[];
  /** The platform's own name of the post at an address, such as `vk:wall-1_2`: the duplicate key. Null when it is no post's. */
  readonly keyOf?: (address: URL) => string | null;
  /** The same name, where the post's element carries it and its link need not be asked. */
  readonly keyIn?: (page: Page, root: Element) => string | null;
  /** When the post was made, where the platform counts its ids by the clock. */
  readonly postedAtOf?: (key: string) => PostedAt | null;
  /**
   * Puts right or adds what the selectors alone cannot give. What it looks up by CSS of its own stays as it was built:
   * corrections reach `selectors` alone.
   */
  readonly refine?: (page: Page, root: Element, found: PostFields) => PostFields;
  /** The post at the page's own address as the page's head tells it: for a page that came without its markup. */
  readonly describe?: (page: Page) => Partial<PostFields> | null;
}
