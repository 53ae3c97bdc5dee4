import { beforeAll, describe, expect, it } from "vitest";
import type { Clip } from "../complaint/clip";
import { fromBase64url, toBase64url } from "./base64url";
import { canonicalText } from "./canonical-text";
import { clipText, manifestOf } from "./manifest";
import { type Proof, proofSchema } from "./proof-schema";
import { signManifest } from "./sign-manifest";
import { SIGNING_KEY, type Subtle } from "./subtle";
import { type ProofSubject, verifyProof } from "./verify-proof";

interface KeyPair {
  readonly privateKey: object;
  readonly publicKey: object;
}
declare const crypto: {
  readonly subtle: Subtle<object> & {
    generateKey(algorithm: object, extractable: boolean, usages: string[]): Promise<KeyPair>;
  };
};

const { subtle } = crypto;
const ID = "0b1e7c0e-6a0f-4a54-9f3f-1f2f2a3f4b5c";
const PICTURE = { sha256: "a".repeat(64), bytes: 10 };
const PAGE = { sha256: "b".repeat(64), bytes: 20 };
const CLIP: Clip = {
  narrative: "Курьер «Быстрого кота» не приехал.\nДеньги не вернули.",
  subject: null,
  author: { name: "Варвара Синицына", handle: null, profileUrl: null, platformId: null },
  permalink: null,
  permalinkKey: null,
  postedAt: { at: null, precision: "unknown", raw: null },
  rating: { value: 4.5, max: 5 },
  page: { title: "Форум", url: "https://forum.test/7" },
  channel: "social",
  capturedAt: "2026-11-18T09:00:00.000Z",
  adapter: "any-page",
  sources: { narrative: "page", author: "page" },
  evidence: [
    { kind: "screenshot", ...PICTURE, mediaType: "image/png", region: null, masks: [] },
    { kind: "snapshot", ...PAGE, mediaType: "text/html", region: null, masks: [] },
  ],
};

let keys: KeyPair;
let proof: Proof;
beforeAll(async () => {
  keys = await subtle.generateKey(SIGNING_KEY, false, ["sign", "verify"]);
  proof = await proofOf(CLIP, keys);
});

async function proofOf(clip: Clip, by: KeyPair): Promise<Proof> {
  const head = { id: ID, signedAt: "2026-11-18T09:05:00.000Z", extension: "0.1.0" };
  return signManifest(await manifestOf(clip, head, subtle), by, subtle);
}

async function failed(change: Partial<ProofSubject>): Promise<string[]> {
  const checks = await verifyProof(
    { id: ID, clip: CLIP, evidence: [PICTURE, PAGE], proof, ...change },
    subtle,
  );
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

describe("a proof", () => {
  it("holds for what was signed, and fits the register", async () => {
    expect(await failed({})).toEqual([]);
    expect(proofSchema.parse(proof)).toEqual(proof);
  });

  it("holds for the clip as it comes back: proof within, keys in another order, absent for undefined", async () => {
    const { narrative, ...rest } = CLIP;
    const back: Clip = { ...rest, proof, narrative, thread: undefined };
    expect(await failed({ clip: JSON.parse(JSON.stringify(back)) })).toEqual([]);
  });

  it.each([
    ["a changed letter", { narrative: CLIP.narrative.replace("Курьер", "Kурьер") }],
    ["another author", { author: { ...CLIP.author, name: "Варвара Синицина" } }],
    ["a field more", { subject: "Жалоба" }],
    ["another channel", { channel: "web" as const }],
  ])("fails for %s", async (_what, change) => {
    expect(await failed({ clip: { ...CLIP, ...change } })).toEqual(["clip"]);
  });

  it.each([
    ["missing", [PICTURE], [PAGE.sha256]],
    ["added", [PICTURE, PAGE, { sha256: "c".repeat(64), bytes: 5 }], ["c".repeat(64)]],
    ["of another length", [PICTURE, { ...PAGE, bytes: 21 }], [PAGE.sha256]],
  ])("names the file that is %s", async (_what, evidence, files) => {
    const checks = await verifyProof({ id: ID, clip: CLIP, evidence, proof }, subtle);
    expect(checks.filter(({ ok }) => !ok)).toEqual([{ name: "files", ok: false, files }]);
  });

  it("fails for another complaint", async () => {
    expect(await failed({ id: "1b1e7c0e-6a0f-4a54-9f3f-1f2f2a3f4b5c" })).toEqual(["complaint"]);
  });

  it("fails when the manifest was changed after it was signed", async () => {
    const later = { ...proof.manifest, signedAt: "2026-11-19T09:05:00.000Z" };
    expect(await failed({ proof: { ...proof, manifest: later } })).toEqual(["signature"]);
  });

  it("fails for another's key and for a key that is none", async () => {
    const other = await proofOf(CLIP, await subtle.generateKey(SIGNING_KEY, false, ["sign", "verify"]));
    expect(await failed({ proof: { ...proof, publicKey: other.publicKey } })).toEqual(["signature"]);
    expect(await failed({ proof: { ...proof, publicKey: "A".repeat(87) } })).toEqual(["signature"]);
    expect(await failed({ proof: { ...proof, signature: "!".repeat(86) } })).toEqual(["signature"]);
  });

  it("fails when the manifest names the clip twice", async () => {
    const [clip, ...files] = proof.manifest.files;
    const twice = { ...proof.manifest, files: clip === undefined ? files : [clip, clip, ...files] };
    const signed = await signManifest(twice, keys, subtle);
    expect(await failed({ proof: signed })).toEqual(["clip"]);
  });
});

it("lists a file once that is named twice", async () => {
  const [picture] = CLIP.evidence;
  const clip = {
    ...CLIP,
    evidence: picture === undefined ? [] : [picture, { ...picture, kind: "crop" as const }],
  };
  const { files } = (await proofOf(clip, keys)).manifest;
  expect(files.map(({ path }) => path)).toEqual(["clip.json", `evidence/${PICTURE.sha256}`]);
});

it("writes a clip as RFC 8785 says, without files and proof", () => {
  expect(clipText({ ...CLIP, proof })).toMatch(
    /^\{"adapter":"any-page","author":\{"handle":null,"name":"Варвара Синицына",.*"value":4.5\},"sources":\{.*"subject":null\}$/s,
  );
  expect(clipText({ ...CLIP, proof })).not.toMatch(/evidence|signature/);
});

it.each([
  [
    "keys by code unit",
    { "€": 1, "\r": 2, \ufb33: 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  [
    "numbers at their shortest",
    { a: [JSON.parse("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27, -0] },
    '{"a":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
  ],
])("canonical JSON: %s", (_rule, value, text) => {
  expect(canonicalText(value)).toBe(text);
});

it.each([0, 1, 2, 3, 4, 64, 65])("base64url of %i bytes comes back", (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 97 + 251) & 255);
  expect(toBase64url(bytes)).toMatch(/^[\w-]*$/);
  expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
});

it.each([
  [[0xfb, 0xff], "-_8"],
  [[0x66, 0x6f, 0x6f], "Zm9v"],
])("base64url of %j", (bytes, text) => {
  expect(toBase64url(Uint8Array.from(bytes))).toBe(text);
});

it.each(["A", "AB=", "A+", "AAA/"])("%s is not base64url", (text) => {
  expect(fromBase64url(text)).toBeNull();
});
