import { describe, expect, it } from "vitest";
import { isSamePage, isUnderHost, webAddress } from "./web-address";

const BASE = new URL("https://forum.example/topic/7");

describe("the address of a post", () => {
  it.each([
    ["relative to the page", "/u/agafya", "https://forum.example/u/agafya"],
    ["without user name and password", "https://u:p@forum.example/1", "https://forum.example/1"],
    [
      "with the longest length",
      `https://f.example/${"a".repeat(2030)}`,
      `https://f.example/${"a".repeat(2030)}`,
    ],
  ])("is kept %s", (_rule, value, expected) => {
    expect(webAddress(value, BASE)).toBe(expected);
  });

  it.each([
    ["javascript", "javascript:alert(1)"],
    ["javascript in disguise", "java\tscript:alert(1)"],
    ["data", "data:text/html,x"],
    ["mail", "mailto:a@b.example"],
    ["nothing", "  "],
    ["one character too long", `https://f.example/${"a".repeat(2031)}`],
    ["not an address", "https://"],
  ])("is not %s", (_rule, value) => {
    expect(webAddress(value, BASE)).toBeNull();
  });
});

it.each([
  ["t.me", true],
  ["web.t.me", true],
  ["not-t.me", false],
  ["t.me.evil.example", false],
])("host %s under t.me: %s", (host, expected) => {
  expect(isUnderHost(host, "t.me")).toBe(expected);
});

it.each([
  ["https://f.example/1#c", "https://f.example/1/", true],
  ["https://f.example/1?a=1", "https://f.example/1?a=2", false],
])("%s and %s are the same page: %s", (one, other, expected) => {
  expect(isSamePage(one, other)).toBe(expected);
});
