import type { PostedAt, TimePrecision } from "@otklik/shared/complaint/clip";

/** No platform here counts further; an id beyond is none of its ids. */
const END = Date.UTC(2100, 0, 1);

const SHORTCODE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const TID_LETTERS = "234567abcdefghijklmnopqrstuvwxyz";

/** The first id that X counted by the clock; those before, of November 2010 and earlier, were numbered in turn. */
const FIRST_X_ID = 29_700_859_247n;
const X_EPOCH = 1_288_834_974_657n;
const INSTAGRAM_EPOCH = 1_314_220_021_721n;

/** A post of X (`snowflake`): milliseconds since 4 November 2010 above 22 bits. Post and id are made together. */
export function timeOfXId(id: string): PostedAt | null {
  const number = decimal(id);
  if (number === null || number < FIRST_X_ID) return null;
  return instant((number >> 22n) + X_EPOCH, Number(X_EPOCH), "exact");
}

/**
 * A post of Instagram or Threads by the code in its address: base64 of an id with milliseconds above 23 bits. The
 * id is taken when the upload begins, so the post may be a little later. A private post's code has 28 letters more.
 */
export function timeOfShortcode(code: string): PostedAt | null {
  const number = inLetters(code.length > 28 ? code.slice(0, -28) : code, SHORTCODE_LETTERS);
  return number === null
    ? null
    : instant((number >> 23n) + INSTAGRAM_EPOCH, Number(INSTAGRAM_EPOCH), "minute");
}

/** A video or comment of TikTok: seconds since 1970 above 32 bits, taken when the upload begins. */
export function timeOfTiktokId(id: string): PostedAt | null {
  const number = decimal(id);
  return number === null ? null : instant((number >> 32n) * 1_000n, Date.UTC(2014, 0, 1), "minute");
}

/** An activity, share, post or comment of LinkedIn: milliseconds since 1970 above 22 bits. */
export function timeOfLinkedinId(id: string): PostedAt | null {
  const number = decimal(id);
  return number === null ? null : instant(number >> 22n, Date.UTC(2010, 0, 1), "minute");
}

/** A record of Bluesky by its key (`TID`): microseconds since 1970 above 10 bits, by the clock of who wrote it. */
export function timeOfTid(key: string): PostedAt | null {
  const number = key.length === 13 ? inLetters(key, TID_LETTERS) : null;
  return number === null ? null : instant((number >> 10n) / 1_000n, Date.UTC(2022, 0, 1), "minute");
}

/** A post of Mastodon: milliseconds since 1970 above 16 bits. Servers of before 2017 numbered in turn. */
export function timeOfMastodonId(id: string): PostedAt | null {
  const number = decimal(id);
  return number === null ? null : instant(number >> 16n, Date.UTC(2016, 0, 1), "exact");
}

function instant(milliseconds: bigint, start: number, precision: TimePrecision): PostedAt | null {
  const time = Number(milliseconds);
  return time >= start && time < END ? { at: new Date(time).toISOString(), precision, raw: null } : null;
}

/** Ids have 64 bits; what is longer is no id, and would only take long. */
function decimal(id: string): bigint | null {
  return /^\d{1,20}$/.test(id) ? BigInt(id) : null;
}

function inLetters(code: string, letters: string): bigint | null {
  if (code === "" || code.length > 13) return null;
  let number = 0n;
  for (const letter of code) {
    const digit = letters.indexOf(letter);
    if (digit < 0) return null;
    number = number * BigInt(letters.length) + BigInt(digit);
  }
  return number;
}
