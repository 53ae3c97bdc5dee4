import { createHash } from "node:crypto";
import { clipSchema } from "@otklik/shared/complaint/clip";
import { expect, it } from "vitest";
import { sampleComplaint } from "../../../tests/support/sample-complaint";
import { contentHashOf } from "./content-hash";

const CLIP =
  '{"narrative":"Курьер не приехал","author":{"name":null,"handle":"@lapka","profileUrl":null,"platformId":null},"permalink":null,"permalinkKey":null,"postedAt":{"at":null,"precision":"unknown","raw":null},"page":{"title":"","url":"https://forum.test/"},"channel":"web","capturedAt":"2026-01-05T10:00:00Z","adapter":"any-page","sources":';

it("keeps the hash of a clip that was registered before clips told of more", () => {
  const hashed = `{"id":"1","clip":${CLIP}[null,"agent",null,null],"evidence":[]}}`;
  const clip = clipSchema.parse(JSON.parse(`${CLIP}{"author":"agent"},"evidence":[]}`));
  expect(contentHashOf(Object.assign({ id: "1" }, { clip }))).toBe(
    createHash("sha256").update(hashed).digest("hex"),
  );
});

const told = {
  sources: { subject: "adapter", author: "agent" },
  missing: { rating: "not_shown", mail: "not_shown" },
} as const;

it("takes no notice of the order of keys", () => {
  const one = sampleComplaint({ clip: told });
  const { clip } = one;
  const backwards = {
    sources: { author: "agent", subject: "adapter" },
    missing: { mail: "not_shown", rating: "not_shown" },
  } as const;
  expect(contentHashOf({ ...one, clip: { ...clip, ...backwards } })).toBe(contentHashOf(one));
});

it.each([
  ["a source", { sources: { subject: "agent", author: "agent" } }],
  ["a reason", { missing: { rating: "not_shown" } }],
  ["a rating", { rating: { value: 1, max: 5 } }],
] as const)("tells %s", (_what, change) => {
  const one = sampleComplaint({ clip: told });
  expect(contentHashOf({ ...one, clip: { ...one.clip, ...change } })).not.toBe(contentHashOf(one));
});
