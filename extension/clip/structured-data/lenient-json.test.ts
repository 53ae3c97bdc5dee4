import { expect, it } from "vitest";
import { lenientJson } from "./lenient-json";

it.each([
  ["as it is", '{"a":[1,"б"]}', { a: [1, "б"] }],
  ["in CDATA", '/*<![CDATA[*/{"a":1}/*]]>*/', { a: 1 }],
  ["in an HTML comment", '<!-- {"a":1} -->', { a: 1 }],
  ["with comments", '// first\n{"a":1, /* second */ "b":2}', { a: 1, b: 2 }],
  [
    "with what looks like a comment in words",
    '{"a":"https://кот.рф /* да */",}',
    { a: "https://кот.рф /* да */" },
  ],
  ["with line breaks in words", '{"a":"одна\nдругая\tтретья"}', { a: "одна\nдругая третья" }],
  ["with commas too many", '{"a":[1,2,],\n}', { a: [1, 2] }],
  ["with a full stop of a script", '{"a":1};', { a: 1 }],
  ["that is none", "{a:1}", null],
  ["that is not shut", '{"a":"', null],
  ["of a comment without end", '{"a":1} /* ', { a: 1 }],
])("reads JSON %s", (_rule, text, expected) => {
  expect(lenientJson(text)).toEqual(expected);
});

it("is quick also with text that is made to be slow", () => {
  const begun = performance.now();
  expect(lenientJson(`[${",".repeat(400_000)}`)).toBeNull();
  expect(performance.now() - begun).toBeLessThan(3_000);
});
