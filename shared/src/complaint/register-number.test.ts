import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRegisterNumber, parseRegisterNumber } from "./register-number";

describe("formatRegisterNumber", () => {
  it.each([
    [2026, 1, "2026-000001"],
    [2026, 142, "2026-000142"],
    [2026, 999_999, "2026-999999"],
    [2026, 1_000_000, "2026-1000000"],
  ])("%i and %i are %s", (year, ordinal, number) => {
    expect(formatRegisterNumber(year, ordinal)).toBe(number);
  });
});

describe("parseRegisterNumber", () => {
  it.each([
    ["a whole number", "2026-000142", { year: 2026, ordinal: 142 }],
    ["without its zeros", "2026-142", { year: 2026, ordinal: 142 }],
    ["the ordinal alone", "142", { year: null, ordinal: 142 }],
    ["the ordinal with zeros", "000142", { year: null, ordinal: 142 }],
    ["as written in Russian", "№ 2026-000142", { year: 2026, ordinal: 142 }],
    ["as written in English", "No. 2026-000142", { year: 2026, ordinal: 142 }],
    ["with a no-break space", "№\u00a0142", { year: null, ordinal: 142 }],
    ["with spaces around", "  142 ", { year: null, ordinal: 142 }],
    ["more than a million", "2026-1000000", { year: 2026, ordinal: 1_000_000 }],
  ])("reads %s", (_what, typed, parsed) => {
    expect(parseRegisterNumber(typed)).toEqual(parsed);
  });

  it.each(["", "доставка", "2026-", "-142", "26-000142", "1e5", "142 и 143", "12345678901", "٣"])(
    "does not take %o for a number",
    (typed) => {
      expect(parseRegisterNumber(typed)).toBeNull();
    },
  );

  it("reads back whatever was written", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 9999 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (year, ordinal) => {
          expect(parseRegisterNumber(formatRegisterNumber(year, ordinal))).toEqual({ year, ordinal });
        },
      ),
    );
  });
});
