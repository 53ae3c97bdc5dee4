import fc from "fast-check";
import { expect, it } from "vitest";
import { instantText } from "./instant-text";

it("writes every instant as the platform does", () => {
  const anywhere = fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 });
  const now = fc.integer({ min: Date.UTC(1969, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(fc.oneof(now, anywhere), (milliseconds) => {
      expect(instantText(milliseconds)).toBe(new Date(milliseconds).toISOString());
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  0,
  -1,
  0.5,
  1_764_666_600_000,
  Date.UTC(9999, 11, 30, 23, 59, 59, 999),
  Date.UTC(9999, 11, 31),
  Date.UTC(10_000, 0, 1),
])("%d too", (milliseconds) => {
  expect(instantText(milliseconds)).toBe(new Date(milliseconds).toISOString());
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, 8_640_000_000_000_001])("%d is no instant", (milliseconds) => {
  expect(() => instantText(milliseconds)).toThrow(RangeError);
});
