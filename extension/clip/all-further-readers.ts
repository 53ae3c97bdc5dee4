import type { FurtherReaders } from "./further-readers";
import { locateOnAnyPage, readAnyPage } from "./general/any-page";
import { besideHeading } from "./general/beside-heading";
import { innerPosts, mainPost } from "./general/post-root";
import { postsOnAnyPage } from "./general/posts-on-page";
import { mailFields } from "./mail/mail-fields";
import { microformatPost } from "./structured-data/microformat";
import { activityStreamPost, openGraphPost } from "./structured-data/open-graph";

/** The further readers themselves: only their script brings them into a page. */
export const allFurtherReaders: FurtherReaders = {
  locate: locateOnAnyPage,
  read: readAnyPage,
  posts: postsOnAnyPage,
  isMain: (page, root) => mainPost(page) === root,
  innerPosts,
  microformat: microformatPost,
  activityStream: activityStreamPost,
  openGraph: openGraphPost,
  besideHeading,
  mail: mailFields,
};
