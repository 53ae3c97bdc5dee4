import { expect, it } from "vitest";
import {
  timeOfLinkedinId,
  timeOfMastodonId,
  timeOfShortcode,
  timeOfTid,
  timeOfTiktokId,
  timeOfXId,
} from "./id-time";

const id = (milliseconds: number, epoch: number, bits: bigint) =>
  String(BigInt(milliseconds - epoch) << bits);
const X_EPOCH = 1_288_834_974_657;

it.each([
  ["X, the last that was numbered in turn", timeOfXId("29700859246"), null],
  ["X, the first by the clock", timeOfXId("29700859247"), "2010-11-04T01:43:01.738Z"],
  [
    "X, to the millisecond",
    timeOfXId(id(Date.UTC(2026, 10, 20, 9, 30, 1, 250), X_EPOCH, 22n)),
    "2026-11-20T09:30:01.250Z",
  ],
  [
    "X, the low bits do not count",
    timeOfXId(String((BigInt(Date.UTC(2026, 0, 1) - X_EPOCH) << 22n) | 0x3fffffn)),
    "2026-01-01T00:00:00.000Z",
  ],
  ["X, no number", timeOfXId("12a"), null],
  ["X, longer than any id", timeOfXId("9".repeat(21)), null],
  ["X, beyond every clock", timeOfXId("9".repeat(20)), null],
  ["LinkedIn", timeOfLinkedinId(id(Date.UTC(2026, 10, 1, 8), 0, 22n)), "2026-11-01T08:00:00.000Z"],
  [
    "LinkedIn, before there were such ids",
    timeOfLinkedinId(id(Date.UTC(2009, 11, 31, 23, 59), 0, 22n)),
    null,
  ],
  [
    "TikTok, whole seconds",
    timeOfTiktokId(String((BigInt(Date.UTC(2026, 4, 9, 12) / 1_000) << 32n) | 0xffffffffn)),
    "2026-05-09T12:00:00.000Z",
  ],
  ["TikTok, too small", timeOfTiktokId("123456"), null],
  ["Mastodon", timeOfMastodonId(id(Date.UTC(2026, 10, 18, 17, 40), 0, 16n)), "2026-11-18T17:40:00.000Z"],
  ["Mastodon, an old server that numbered in turn", timeOfMastodonId("12345678"), null],
  ["Instagram, the first of all", timeOfShortcode("A"), "2011-08-24T21:07:01.721Z"],
  ["Instagram", timeOfShortcode("DRAAAAAAAAA"), "2025-11-13T14:28:24.153Z"],
  [
    "Instagram, a private post's code has a tail",
    timeOfShortcode(`DRAAAAAAAAA${"x".repeat(28)}`),
    "2025-11-13T14:28:24.153Z",
  ],
  ["Instagram, not a code", timeOfShortcode("DR AAAA"), null],
  ["Instagram, too long", timeOfShortcode("D".repeat(20)), null],
  ["Bluesky", timeOfTid("3m55555555222"), "2025-11-08T17:39:03.676Z"],
  ["Bluesky, one letter too few", timeOfTid("3m5555555522"), null],
  ["Bluesky, a letter that it does not use", timeOfTid("3m5555555522O"), null],
])("%s", (_rule, found, at) => {
  expect(found?.at ?? null).toBe(at);
});

it("says how exactly an id tells: with the post, or when its upload began", () => {
  expect(timeOfXId(id(Date.UTC(2026, 10, 20), X_EPOCH, 22n))).toEqual({
    at: "2026-11-20T00:00:00.000Z",
    precision: "exact",
    raw: null,
  });
  expect(timeOfShortcode("DRAAAAAAAAA")).toMatchObject({ precision: "minute" });
});
