import { describe, expect, it } from "vitest";
import { ABUSE_IDS } from "../abuse/ids";
import { breachesOfIds, idsInTestNames } from "./abuse-ids";
import { projectTree } from "./tree";

it("every hostile case is tested, or listed as manual or waiting", () => {
  const tested = new Map<string, string>();
  for (const file of projectTree()) {
    if (!/\.test\.tsx?$/.test(file.path) || file.path.endsWith("conventions/abuse-ids.test.ts")) continue;
    for (const id of idsInTestNames(file)) tested.set(id, file.path);
  }
  expect(breachesOfIds(tested)).toEqual([]);
});

it("numbers the cases of each family from 01", () => {
  expect(ABUSE_IDS).toHaveLength(152);
  expect(new Set(ABUSE_IDS).size).toBe(152);
  expect(ABUSE_IDS).toEqual(expect.arrayContaining(["AUTH-01", "AUTH-25", "IN-24", "AUD-09"]));
});

describe("the names of tests", () => {
  it.each([
    ["of a test", 'it("IN-01 refuses", () => {});', ["IN-01"]],
    ["of a table", 'it.each([["IN-01 a", 1], ["IN-02 b", 2]])("%s", () => {});', ["IN-01", "IN-02"]],
    [
      "of a table that stands elsewhere",
      'const CASES = [["IN-01 a"]];\ndescribe.each(CASES)("%s", f);',
      ["IN-01"],
    ],
    ["of a test that some machines cannot run", 'it.skipIf(x)("FLT-03 full", f);', ["FLT-03"]],
    ["none of a test that is never run", 'it.skip("IN-01 a", f);\nit.todo("IN-02 b");', []],
    ["none of a table of those", 'describe.skip.each([["IN-01 a"]])("%s", f);', []],
    ["none in the body of a test", 'it("refuses", () => { const a = "IN-01"; });', []],
    ["none in another string", 'const a = "IN-01";\nit("refuses", f);', []],
    ["in a template", "it(`IN-01 refuses`, f);", ["IN-01"]],
    ["none, but of a comment", '// IN-01\nit("refuses", f);', []],
    ["none in a file without tests", 'const a = "IN-01";', []],
    ["none, but of another word", 'it("UTF-16 and LATIN-01 pass", f);', []],
  ])("%s", (_what, text, ids) => {
    expect(idsInTestNames({ path: "a.test.ts", text })).toEqual(ids);
  });
});

describe("a breach is", () => {
  it.each([
    ["an id that nothing tests", [], {}, ["A-01: no test, and not listed as manual or waiting"]],
    [
      "a tested one that is still listed",
      ["A-01"],
      { "A-01": { waiting: "x" } },
      ["A-01: tested in a, yet listed"],
    ],
    ["an unknown one in a name", ["A-01", "A-02"], {}, ["A-02: unknown, in a"]],
    [
      "an unknown one that is listed",
      ["A-01"],
      { "A-03": { manual: "x" } },
      ["A-03: unknown, listed as untested"],
    ],
    ["not a listed one without a test", [], { "A-01": { manual: "x" } }, []],
  ])("%s", (_what, tested, untested, breaches) => {
    expect(breachesOfIds(new Map(tested.map((id) => [id, "a"])), ["A-01"], untested)).toEqual(breaches);
  });
});
