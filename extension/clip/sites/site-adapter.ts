import type { Channel } from "@otklik/shared/complaint/vocabulary";
import type { PostFields } from "../captured-page";
import type { Page } from "../page";

/**
 * Knows one site's markup. An adapter reads and never changes the page, asks nothing of the
 * network, and gives null for what it does not find. One file, one made-up page
 * (`NAME.fixture.html`) and one test that asserts the whole clip.
 */
export interface SiteAdapter {
  /** Stored with the clip; the file's name. */
  readonly name: string;
  readonly channel: Channel;
  /** Hosts, each with everything under it; null when the site runs under anybody's host. */
  readonly hosts: readonly string[] | null;
  /** Whether this page is of a kind that the adapter reads, by markup or path, never by words. */
  recognises(page: Page): boolean;
  /**
   * The post that is meant.
   *
   * @param pointed where the agent pointed; null for the page's main post
   * @returns null when it is not clear which: the next adapter is asked
   */
  locate(page: Page, pointed: Element | null): Element | null;
  /** Reads the post, and only it: not its neighbours, its answers or what it quotes. */
  read(page: Page, root: Element): PostFields;
}
