import { describe, expect, it } from "vitest";
import { appendPage, mergeHead, replaceRow } from "./merge-pages";

const rows = (ids: string) => [...ids].map((id) => ({ id, text: `text ${id}` }));
const listed = (ids: string, cursor: string | null) => ({ rows: rows(ids), cursor });
const page = (ids: string, nextCursor: string | null) => ({ complaints: rows(ids), nextCursor });

describe("the next page", () => {
  it.each([
    ["goes below", "abc", page("def", "f"), listed("abcdef", "f")],
    ["ends the list", "abc", page("d", null), listed("abcd", null)],
    ["may be empty", "abc", page("", null), listed("abc", null)],
    ["moves a complaint that came down, and shows it once", "abc", page("bd", "d"), listed("acbd", "d")],
  ])("%s", (_rule, before, next, after) => {
    expect(appendPage(listed(before, "c"), next)).toEqual(after);
  });
});

describe("a fresh first page", () => {
  it.each([
    ["puts new complaints on top and keeps the tail", "abcdef", page("xab", "b"), listed("xabcdef", "old")],
    ["drops those that left its range", "abcdef", page("acd", "d"), listed("acdef", "old")],
    ["shows a complaint that moved up once", "abcdef", page("eab", "b"), listed("eabcdf", "old")],
    ["replaces all when it is the whole list", "abcdef", page("ab", null), listed("ab", null)],
    ["replaces all when it does not meet the old rows", "abcdef", page("xyz", "z"), listed("xyz", "z")],
    ["reads on from itself when nothing follows it", "abc", page("xabc", "c"), listed("xabc", "c")],
    ["empties the list when nothing is left", "abc", page("", null), listed("", null)],
  ])("%s", (_rule, before, fresh, after) => {
    expect(mergeHead(listed(before, "old"), fresh)).toEqual(after);
  });
});

describe("the new state of one complaint", () => {
  it("takes its row's place", () => {
    expect(replaceRow(listed("abc", "c"), { id: "b", text: "new" }).rows.map((row) => row.text)).toEqual([
      "text a",
      "new",
      "text c",
    ]);
  });

  it("is not added to a list that lacks it", () => {
    expect(replaceRow(listed("abc", "c"), { id: "x", text: "new" })).toEqual(listed("abc", "c"));
  });
});
