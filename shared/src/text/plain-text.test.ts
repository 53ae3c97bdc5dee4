import { describe, expect, it } from "vitest";
import { fieldProblemsIn } from "../field-problems";
import { isStorable, lineOfText, nameOf, plainText } from "./plain-text";

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

describe("IN-04 a name", () => {
  it.each([
    ["of a person", "Варвара Клёнова-О’Нил"],
    ["of an organisation", "ООО «Ромашка & Ко», № 5"],
    ["in Arabic", "نور"],
    ["in Chinese", "王芳"],
    ["with a letter of two signs", "Й".normalize("NFD")],
  ])("%s is taken", (_what, name) => {
    expect(nameOf(50).parse(name)).toBe(name);
  });

  it("loses the space round it, the no-break space too", () => {
    expect(nameOf(9).parse(" \u00a0 Анна\u3000 ")).toBe("Анна");
  });

  it.each([
    ["nothing", "", "too_small"],
    ["spaces alone", "  ", "no-letter"],
    ["a no-break space", "\u00a0", "no-letter"],
    ["a space without width", "\u200b", "unseen-character"],
    ["a turn of the line", "a\u202eb", "unseen-character"],
    ["an isolate", "a\u2067b\u2069", "unseen-character"],
    ["a joiner between two letters", "А\u200dнна", "unseen-character"],
    ["a soft hyphen", "Ан\u00adна", "unseen-character"],
    ["a Hangul filler", "\u3164", "unseen-character"],
    ["an empty Braille cell", "\u2800", "unseen-character"],
    ["a tag letter", "a\u{e0061}", "unseen-character"],
    ["no letter", "—", "no-letter"],
    ["a line break", "a\nb", "control-character"],
    ["one letter too many", "а".repeat(51), "too_big"],
  ])("%s is refused", (_what, name, reason) => {
    const read = nameOf(50).safeParse(name);
    const reasons = read.success ? [] : fieldProblemsIn(read.error).map((problem) => problem.reason);
    expect(reasons).toContain(reason);
  });
});
