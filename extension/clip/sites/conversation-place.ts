import type { ThreadPlace } from "@otklik/shared/complaint/clip";
import type { Page } from "../page";
import { keyOfPost, postsOf } from "./locate-post";
import type { SiteAdapter } from "./site-adapter";
import { answeredPost, threadPlace } from "./thread-place";

/**
 * The place of a post on a page that shows one post at its own address: above it what it answers, each post the
 * one before; below it the answers, of which nothing tells whether one answers it or another answer.
 */
export function conversationPlace(page: Page, site: SiteAdapter, root: Element): ThreadPlace | null {
  const key = site.keyOf?.(page.url) ?? null;
  if (key === null) return null;
  const posts = postsOf(page, site);
  const outer = posts.filter((post) => !posts.some((other) => other !== post && page.contains(other, post)));
  const main = outer.findIndex((post) => keyOfPost(page, site, post) === key);
  const here = outer.indexOf(root);
  if (main < 0 || here < 0) return null;
  if (here > main) return threadPlace(null, here - main);
  return threadPlace(answeredPost(page, site, outer[here - 1] ?? null), null);
}
