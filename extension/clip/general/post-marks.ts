/** Links to a person's page, as forum engines and sites of comments write them. */
const PROFILE_LINK = [
  "a[href*='/user' i]",
  "a[href*='/member' i]",
  "a[href*='/profile' i]",
  "a[href*='/people/' i]",
  "a[href*='/author' i]",
  "a[href*='/u/']",
  "a[href*='member.php?']",
  "a[href*='showuser=']",
  "a[href*='viewprofile']",
  "a[href*='user_id=']",
  "a[href*='subaction=userinfo']",
  "a[href*='UID=']",
  "a[href*='=profile' i]",
  "a[href*='profile.php?' i]",
  "a[href*='/@']",
  "a[href*='/~']",
];

/** Who wrote a post on an unknown site, the surest mark first. */
export const AUTHOR_MARKS: readonly string[] = [
  "[itemprop=author]",
  "[rel~=author]",
  ".p-author",
  "a[class*=author i]",
  "a[class*=username i]",
  "a[class*=user-name i]",
  "a[class*=user_name i]",
  "a[class*=nickname i]",
  "[class*=user-popover i]",
  "[class*=from_name i]",
  "[class*=from-name i]",
  "[class*=sender-name i]",
  "[class*=author-name i]",
  "[class*=author_name i]",
  "[class*=username i]",
  "[class*=user-name i]",
  "[class*=user_name i]",
  "[class*=nickname i]",
  "[class*=comment-author i] .fn",
  ...PROFILE_LINK,
  "[class*=author i] a[href]",
  "[class*=author i]",
  "[class*=poster i] a[href]",
  "[class*=poster i]",
  "[class*=autor i]",
  // phpBB 2
  "span.name b",
];

/** Where pages put a time, whatever it is of. */
export const TIME_MARKS =
  "time,relative-time,abbr[title],[datetime],[data-time],[data-timestamp],[data-utime],[itemprop=datePublished],.dt-published,[class*=date i],[class*=time i],[class*=posted i],[class*=ago i],.postdetails";

/** What a post has and a part of one does not: who wrote it or when. */
export const POST_MARK = `${AUTHOR_MARKS.join(",")},${TIME_MARKS}`;

/** Classes that hide, where a saved page came without the style that does it. */
const HIDDEN = ".hide,.hidden,.d-none,.tw-hidden,.sr-only,.visually-hidden,.screen-reader-text";

/** Of a post, but not its words: who and when, what can be pressed, what is answered or quoted, what hangs below. */
export const NOT_WORDS = [
  HIDDEN,
  "button,form,nav,footer,header,aside,time,relative-time",
  "[role=button],[role=toolbar],[rel~=author],[itemprop=author],[itemprop=datePublished]",
  // Some engines set a post's own words into a blockquote.
  ":is(blockquote,[class*=quote i]):not(.messageText,.postcontent),[class*=signature i]",
  "[class*=author i],[class*=username i],[class*=user-name i],[class*=nickname i],[class*=userinfo i],[class*=user-info i],[class*=profile i],[class*=avatar i],[class*=poster i]",
  "[class*=meta i],[class*=toolbar i],[class*=actions i],[class*=buttons i],[class*=controls i],[class*=rating i],[class*=vote i],[class*=likes i],[class*=reaction i],[class*=edited i],[class*=date i],[class*=permalink i],[class*=reply_to i],[class*=reply-to i]",
].join(",");

/** The same, within what a site marks as the words. */
export const NOT_AMONG_WORDS = `${HIDDEN},button,form,nav,[role=button],[role=toolbar],blockquote,[class*=quote i],[class*=citation i],[class*=signature i],[class*=edited i],[class=edit],[data-excludequote],.smallfont,.smallfont+table`;
