import type { FurtherReaders } from "./further-readers";
import { locateOnAnyPage, readAnyPage } from "./general/any-page";
import { besideHeading } from "./general/beside-heading";
import { innerPosts, mainPost } from "./general/post-root";
import { postsOnAnyPage } from "./general/posts-on-page";
import { throughShadows } from "./general/through-shadows";
import { mailFields } from "./mail/mail-fields";
import { MAIL_SITES } from "./sites/mail-sites";
import { microformatPost } from "./structured-data/microformat";
import { activityStreamPost, openGraphPost } from "./structured-data/open-graph";

/** The further readers themselves: only their script brings them into a page. */
export const allFurtherReaders: FurtherReaders = {
  sites: MAIL_SITES,
  // The main post is seldom in a shadow, and what is there is seldom one: first the page without.
  locate: (page, pointed) =>
    (pointed === null ? locateOnAnyPage(page, null) : null) ?? locateOnAnyPage(throughShadows(page), pointed),
  read: (page, root) => readAnyPage(throughShadows(page), root),
  posts: (page) => postsOnAnyPage(throughShadows(page)),
  isMain: (page, root) => (mainPost(page) ?? mainPost(throughShadows(page))) === root,
  innerPosts: (page, root) => innerPosts(throughShadows(page), root),
  microformat: microformatPost,
  activityStream: activityStreamPost,
  openGraph: openGraphPost,
  besideHeading,
  mail: mailFields,
};
