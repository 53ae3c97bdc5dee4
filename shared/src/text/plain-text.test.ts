import { describe, expect, it } from "vitest";
import { isStorable, lineOfText, plainText } from "./plain-text";

describe("isStorable", () => {
  it.each([
    ["an emoji of four joined ones", "👩‍👩‍👧‍👦", true],
    ["line breaks", "one\ntwo\r\nthree", true],
    ["a text that runs the other way", "\u202e.txt", true],
    ["U+0000, which PostgreSQL refuses", "a\u0000b", false],
    ["a lone high surrogate, which it would change", "a\ud800", false],
    ["a lone low surrogate", "\udc00a", false],
    ["surrogates the wrong way round", "\udc00\ud800", false],
  ])("%s", (_what, value, storable) => {
    expect(isStorable(value)).toBe(storable);
  });
});

describe("plainText", () => {
  it.each([
    ["as long as allowed", "а".repeat(5), true],
    ["one longer", "а".repeat(6), false],
    ["as short as allowed", "аб", true],
    ["one shorter", "а", false],
    ["an emoji counts as one", "👍👍👍👍👍", true],
    ["six emoji", "👍👍👍👍👍👍", false],
    ["one emoji is too short, though it is two UTF-16 units", "👍", false],
  ])("from 2 to 5: %s", (_what, value, fits) => {
    expect(plainText(5, 2).safeParse(value).success).toBe(fits);
  });

  it("keeps what it takes unchanged, spaces and line breaks too", () => {
    expect(plainText(50).parse("  one\r\n two\t")).toBe("  one\r\n two\t");
  });
});

describe("lineOfText", () => {
  it.each([
    ["a name", "Варвара Клёнова", true],
    ["an empty string", "", false],
    ["a line break", "a\nb", false],
    ["a carriage return", "a\rb", false],
    ["a tab", "a\tb", false],
    ["a line separator", "a\u2028b", false],
    ["DEL", "a\u007fb", false],
    ["too long", "a".repeat(21), false],
  ])("%s", (_what, value, fits) => {
    expect(lineOfText(20).safeParse(value).success).toBe(fits);
  });
});
