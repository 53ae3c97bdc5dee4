/**
 * What the selectors of a site find. `post` is the whole of one post; all others are looked for within it, `main`
 * aside, and never inside a further post within it.
 */
export const SELECTOR_NAMES = [
  "post",
  "main",
  "words",
  "notWords",
  "subject",
  "author",
  "authorLink",
  "handle",
  "time",
  "permalink",
  "rating",
  "images",
  "parent",
] as const;
export type SelectorName = (typeof SELECTOR_NAMES)[number];
