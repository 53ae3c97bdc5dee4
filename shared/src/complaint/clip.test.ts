import { describe, expect, it } from "vitest";
import { fieldProblemsIn } from "../field-problems";
import { type Clip, clipSchema, webUrlSchema } from "./clip";
import { registerComplaintSchema } from "./complaint";
import { LIMITS } from "./limits";

const CLIP: Clip = {
  narrative: "Заказ не привезли.\nДеньги не вернули.",
  author: {
    name: "Агния Ключевая",
    handle: "@agnia",
    profileUrl: "https://forum.test/@agnia",
    platformId: null,
  },
  permalink: "https://forum.test/@agnia/7",
  permalinkKey: "forum.test/7",
  postedAt: { at: "2025-12-02T09:00:00Z", precision: "minute", raw: "2 декабря" },
  page: { title: "Форум", url: "https://forum.test/@agnia/7" },
  channel: "social",
  capturedAt: "2025-12-02T12:30:00+03:00",
  adapter: "any-page",
  sources: { narrative: "selection", postedAt: "time_element" },
  evidence: [
    {
      kind: "screenshot",
      sha256: "0".repeat(64),
      mediaType: "image/png",
      bytes: LIMITS.evidenceBytes,
      region: { x: 0, y: 0, width: 1, height: 1 },
      masks: [],
    },
  ],
};
const [SCREENSHOT] = CLIP.evidence;

describe("webUrlSchema", () => {
  it.each([
    ["https", "https://forum.test/a?b=c#d", true],
    ["http with a port", "http://127.0.0.1:8787/", true],
    ["a host in Cyrillic", "https://почта.рф/письмо", true],
    ["an at sign in the path", "https://forum.test/@agnia", true],
    ["an at sign in the query", "https://forum.test/?q=a@b", true],
    ["as long as allowed", `https://forum.test/${"a".repeat(LIMITS.urlLength - 19)}`, true],
    ["one longer", `https://forum.test/${"a".repeat(LIMITS.urlLength - 18)}`, false],
    ["a script", "javascript:alert(1)", false],
    ["a script in capitals", "JaVaScRiPt:alert(1)", false],
    ["a script with a tab in it", "java\tscript:alert(1)", false],
    ["data", "data:text/html,x", false],
    ["a file", "file:///etc/passwd", false],
    ["a user name", "https://agnia@forum.test/", false],
    ["a user name and a password", "https://agnia:secret@forum.test/", false],
    ["an empty user name", "https://@forum.test/", false],
    ["a user name behind more slashes than it takes", "https:///agnia:secret@forum.test/", false],
    ["a user name behind slashes of the other kind", "https://\\\\agnia@forum.test/", false],
    ["a user name behind a tab", "https://\tagnia@forum.test/", false],
    ["a path alone", "/a", false],
    ["another host's path", "//forum.test/a", false],
    ["nothing", "", false],
  ])("IN-17 %s", (_what, url, fits) => {
    expect(webUrlSchema.safeParse(url).success).toBe(fits);
  });
});

describe("clipSchema", () => {
  it("takes a full clip unchanged", () => {
    expect(clipSchema.parse(CLIP)).toEqual(CLIP);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a text as long as allowed", { narrative: "а".repeat(LIMITS.narrativeLength) }, ""],
    ["a text one longer", { narrative: "а".repeat(LIMITS.narrativeLength + 1) }, "narrative too_big 20000"],
    ["an empty text", { narrative: "" }, "narrative too_small 1"],
    ["U+0000 in the text", { narrative: "a\u0000" }, "narrative unstorable-text"],
    ["a line break in a name", { author: { ...CLIP.author, name: "a\nb" } }, "author.name control-character"],
    ["a password in an address", { permalink: "https://a:b@forum.test/" }, "permalink user-info-in-url"],
    ["29 February of a year without", { capturedAt: "2026-02-29T00:00:00Z" }, "capturedAt invalid_format"],
    ["an instant without an offset", { capturedAt: "2026-02-28T00:00:00" }, "capturedAt invalid_format"],
    ["24:00", { capturedAt: "2026-02-28T24:00:00Z" }, "capturedAt invalid_format"],
    ["a channel that is none", { channel: "Social" }, "channel invalid_value"],
    ["a key that is not known", { orgId: "x" }, "orgId unrecognized_keys"],
    ["a source of a field that is none", { sources: { kind: "agent" } }, "sources.kind unrecognized_keys"],
    [
      "a text where a number belongs",
      { evidence: [{ ...SCREENSHOT, bytes: "7" }] },
      "evidence.0.bytes invalid_type",
    ],
    ["a file of no bytes", { evidence: [{ ...SCREENSHOT, bytes: 0 }] }, "evidence.0.bytes too_small 1"],
    [
      "a file too large",
      { evidence: [{ ...SCREENSHOT, bytes: LIMITS.evidenceBytes + 1 }] },
      "evidence.0.bytes too_big 10485760",
    ],
    [
      "a hash in capitals",
      { evidence: [{ ...SCREENSHOT, sha256: "A".repeat(64) }] },
      "evidence.0.sha256 invalid_format",
    ],
    ["as many files as allowed", { evidence: Array(LIMITS.evidenceItems).fill(SCREENSHOT) }, ""],
    ["one file more", { evidence: Array(LIMITS.evidenceItems + 1).fill(SCREENSHOT) }, "evidence too_big 30"],
  ])("%s", (_what, change, said) => {
    const { error } = clipSchema.safeParse({ ...CLIP, ...change });
    const problems = error === undefined ? [] : fieldProblemsIn(error);
    expect(
      problems.map(({ path, reason, limit }) => [path, reason, limit].filter(Boolean).join(" ")).join(),
    ).toBe(said);
  });
});

describe("registerComplaintSchema", () => {
  const COMPLAINT = {
    id: "0b8e2c1a-6d1f-4f0e-9c57-3a1d2b4c5e6f",
    kind: "claim",
    topicId: null,
    anonymous: false,
    remedySought: null,
    clip: CLIP,
  };

  it.each([
    ["as it should be", COMPLAINT, true],
    ["with an id that is not a UUID", { ...COMPLAINT, id: "1" }, false],
    ["with a kind in another case", { ...COMPLAINT, kind: "Claim" }, false],
    ["with a number chosen by the sender", { ...COMPLAINT, incomingNumber: "2026-000001" }, false],
    ["with another organisation's id", { ...COMPLAINT, orgId: COMPLAINT.id }, false],
    ["with its prototype in the body", JSON.parse(`{"__proto__":{"kind":"claim"}}`), false],
    ["null", null, false],
    ["a list", [COMPLAINT], false],
  ])("%s", (_what, complaint, fits) => {
    expect(registerComplaintSchema.safeParse(complaint).success).toBe(fits);
  });
});
