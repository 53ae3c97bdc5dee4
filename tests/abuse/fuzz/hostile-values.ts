import fc from "fast-check";

/** Strings that break parsers, databases, pages and paths. */
export const HOSTILE_STRINGS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00a",
  "\u202Efdp.exe",
  "\u2028",
  "\ufeff",
  `a${"\u0301".repeat(1_000)}`,
  "👩‍👩‍👧‍👦".repeat(50),
  "' OR 1=1--",
  "'; DROP TABLE complaints; --",
  "a:*&!|<->",
  "%",
  "_",
  "\\",
  "((((((((((",
  "../../../../etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "C:\\con",
  "javascript:alert(1)",
  "//evil.example",
  "http://127.0.0.1:5432/",
  "http://[::1]/",
  "http://a:b@c.test/",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{constructor.constructor('return 1')()}}",
  "\r\nSet-Cookie: a=b",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e400",
  "9007199254740993",
  "2026-02-29",
  "0000-00-00",
  "+275760-09-13T00:00:00.001Z",
  "2026-01-01T24:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "a@a@a@a@a",
  "x".repeat(300),
  "я".repeat(2_100),
  "[".repeat(5_000),
];

/** What stands where something else is expected. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_STRINGS),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(null, true, false, [], {}, [[]], 0, -0, -1, 1.5, 2 ** 31, 2 ** 53 + 2, -(2 ** 63), 1e308),
  fc.constantFrom({ constructor: { prototype: {} } }, [null, null], nested(31), nested(40)),
);

function nested(depth: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < depth; level++) value = { a: value };
  return value;
}
