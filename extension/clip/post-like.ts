/** Elements that say themselves that they are one post, comment or review. */
export const POST_LIKE = [
  "article",
  "[role=article]",
  "[itemtype$='/Review']",
  "[itemtype$='/UserReview']",
  "[itemtype$='/Comment']",
  "[itemtype$='/UserComments']",
  "[itemtype$='/Answer']",
  "[itemtype$='/Question']",
  "[itemtype$='Posting']",
  ".h-entry",
  ".h-review",
  ".h-cite",
  ".hentry",
  ".hreview",
  ".email:has(.email-body)",
].join(",");
