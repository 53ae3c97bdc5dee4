import { expect, it } from "vitest";
import { safeLink } from "./safe-link";

it.each([
  ["https", "https://forum.test/post/1", "https://forum.test/post/1"],
  ["http", "http://forum.test/", "http://forum.test/"],
  ["IN-17 a mixed-script host is spelt out in punycode", "https://fоrum.test/", "https://xn--frum-55d.test/"],
])("leads to %s", (_what, address, href) => {
  expect(safeLink(address)).toBe(href);
});

it.each([
  ["no address", null],
  ["javascript", "javascript:alert(1)"],
  ["javascript in disguise", " jAvA\tscript:alert(1)"],
  ["data", "data:text/html,<p>x"],
  ["blob", "blob:https://forum.test/1"],
  ["a file", "file:///etc/passwd"],
  ["a relative address", "/complaints"],
  ["an address without a scheme", "//forum.test/"],
  ["a user name", "https://bank.test@forum.test/"],
  ["a password", "https://:secret@forum.test/"],
  ["nothing that is an address", "not an address"],
])("does not lead to %s", (_what, address) => {
  expect(safeLink(address)).toBeNull();
});
