import { expect, it } from "vitest";
import { returnPath } from "./return-path";

it.each([
  ["a complaint", "/complaints/4f9d?view=mine", "/complaints/4f9d?view=mine"],
  ["a pairing", "/pair?code=BCDF-GHJK", "/pair?code=BCDF-GHJK"],
])("goes back to %s", (_what, next, path) => {
  expect(returnPath(next)).toBe(path);
});

it.each([
  ["nothing is asked for", undefined],
  ["it is empty", ""],
  ["it is another site", "https://evil.test/"],
  ["it is another site without a scheme", "//evil.test/"],
  ["it is another site by a backslash", "/\\evil.test/"],
  ["it is another site by a tab", "/\t/evil.test/"],
  ["it is another site by its scheme alone", "https:evil.test"],
  ["it is a script", "javascript:alert(1)"],
  ["it is the sign-in page itself", "/sign-in?next=/complaints"],
  ["it is relative", "complaints"],
])("INJ-10 goes to the complaints when %s", (_case, next) => {
  expect(returnPath(next)).toBe("/complaints");
});
