/**
 * What the selectors of a site find. `post` is the whole of one post; all others are looked for within it, `main`
 * aside, and never inside a further post within it. `notWords` and `folded` are parts of the words: those that are left
 * out, and those that are read although the page hides them until they are unfolded.
 */
export const SELECTOR_NAMES = [
  "post",
  "main",
  "words",
  "notWords",
  "folded",
  "subject",
  "author",
  "authorLink",
  "handle",
  "time",
  "permalink",
  "rating",
  "images",
  /** Of a mail: whom it is to, and the files that hang on it. */
  "to",
  "files",
  "parent",
] as const;
export type SelectorName = (typeof SELECTOR_NAMES)[number];
