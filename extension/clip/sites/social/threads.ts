import type { PostFields } from "../../captured-page";
import { webAddress } from "../../web-address";
import { conversationPlace } from "../conversation-place";
import { timeOfShortcode } from "../id-time";
import { authorOfHead, bareAddress, headIsOfThisPage, headSays, unquoted } from "../page-head";
import type { SiteAdapter } from "../site-adapter";

/**
 * A post or answer of Threads. Classes are noise; a post is what can be pressed (`data-pressable-container`), a
 * quoted one stands within in the same way. Anchors of 2024 to 2026, the head as it was measured in September 2026.
 */
export const threads: SiteAdapter = {
  name: "threads",
  channel: "social",
  hosts: ["threads.net", "threads.com"],
  keepsLines: true,
  selectors: {
    post: "[data-pressable-container=true]",
    words:
      "span[dir=auto]:not(a *, time *, button *, [role=button] *, span[dir=auto] *, :has(time, a[href^='/@']:only-child))",
    notWords: "time, svg, button, [role=button]",
    author: "a[href^='/@']:not([href*='/post/'], :has(img))",
    permalink: "a[href*='/post/']:has(time)",
    time: "a[href*='/post/'] time",
    images: "picture img, a[href*='/media'] img",
  },

  /** `threads:CODE`. */
  keyOf({ pathname }) {
    const code = /^\/(?:@[\w.]{1,30}\/post|t)\/([\w-]{5,44})(?:\/|$)/.exec(pathname)?.[1];
    return code === undefined ? null : `threads:${code}`;
  },

  postedAtOf: (key) => timeOfShortcode(key.slice("threads:".length)),

  refine(page, root, found): PostFields {
    const user = userIn(found.author?.profileUrl ?? null);
    return {
      ...found,
      author: found.author && { ...found.author, handle: user && `@${user}` },
      thread: conversationPlace(page, threads, root),
    };
  },

  /** `og:title` is `NAME (@user) on Threads`, in 2026 behind the first words and ` | `; the description the words. */
  describe(page) {
    if (!headIsOfThisPage(page, (address) => threads.keyOf?.(address) ?? null)) return null;
    const [, name = null, user] =
      /^(?:.* \| )?(.*?) \(@([\w.]{1,30})\)/su.exec(headSays(page, "og:title", "twitter:title") ?? "") ?? [];
    const handle = user ?? userIn(headSays(page, "og:url")) ?? userIn(page.url.href);
    return {
      permalink: bareAddress(page),
      narrative: unquoted(headSays(page, "og:description", "description", "twitter:description")),
      author: authorOfHead(name, handle && `@${handle}`, handle && webAddress(`/@${handle}`, page.url)),
    };
  },
};

function userIn(address: string | null): string | null {
  return /^https?:\/\/[^/]+\/@([\w.]{1,30})(?:[/?#]|$)/.exec(address ?? "")?.[1] ?? null;
}
