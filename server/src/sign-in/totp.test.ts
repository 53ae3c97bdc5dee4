import { describe, expect, it } from "vitest";
import { stepOfCode, totpOffer } from "./totp";

/** The secret and the codes of RFC 6238, appendix B, of which the last six digits are ours. */
const SECRET = Buffer.from("12345678901234567890");

const at = (seconds: number) => new Date(seconds * 1000);

describe("stepOfCode", () => {
  it.each([
    [59, "287082", 1],
    [1_111_111_109, "081804", 37_037_036],
    [1_234_567_890, "005924", 41_152_263],
    [20_000_000_000, "353130", 666_666_666],
  ])("RFC 6238: at %i s the code is %s", (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step);
  });

  it.each([
    ["a step before its own, at its first second", 0, 1],
    ["in its own", 30, 1],
    ["a step after its own, at its last second", 89, 1],
    ["two steps after its own", 90, null],
  ])("takes a code %s: %i s", (_when, seconds, step) => {
    expect(stepOfCode(SECRET, "287082", at(seconds))).toBe(step);
  });

  it.each(["", "28708", "2870823", "28708a", "２８７０８２", "-28708"])("knows %j for no code", (code) => {
    expect(stepOfCode(SECRET, code, at(59))).toBeNull();
  });
});

it("offers the secret for typing and for scanning, under the person's address", () => {
  const { secret, url } = totpOffer(SECRET, "maria@romashka.test");
  expect(secret).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(url).toMatch(/^otpauth:\/\/totp\/Otklik:maria%40romashka\.test\?/);
  expect(new URL(url).searchParams.get("secret")).toBe(secret);
});
