import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key";

describe("the key of a post's own address", () => {
  it.each([
    ["host, path and fragment", "https://forum.example/t/7#p101", "url:forum.example/t/7#p101"],
    ["no www and no final slash", "https://www.forum.example/t/7/", "url:forum.example/t/7"],
    [
      "no way by which one came",
      "http://forum.example/t?utm_source=vk&p=2&fbclid=x",
      "url:forum.example/t?p=2",
    ],
    ["the query in one order", "https://forum.example/t?b=1&a=2", "url:forum.example/t?a=2&b=1"],
    ["a port", "http://forum.example:8080/t", "url:forum.example:8080/t"],
    [
      "as long as a name may be",
      `https://a.example/${"я".repeat(47)}1`,
      `url:a.example/${"%D1%8F".repeat(47)}1`,
    ],
  ])("has %s", (_what, address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  it("is none where the address is longer than a name", () => {
    expect(addressKey(`https://forum.example/${"a".repeat(300)}`)).toBeNull();
  });
});
