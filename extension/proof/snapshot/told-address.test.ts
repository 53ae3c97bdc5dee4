import { describe, expect, it } from "vitest";
import { toldAddress } from "./told-address";

describe("where a link led", () => {
  it.each([
    ["https://forum.test/reset?token=SECRET3", "https://forum.test/reset?token=…"],
    ["https://forum.test/post/9?page=2&sid=a%26b#c-17", "https://forum.test/post/9?page=…&sid=…"],
    ["https://forum.test/u/lebedeva", "https://forum.test/u/lebedeva"],
    ["https://forum.test/#/reset/SECRET", "https://forum.test/"],
    ["https://forum.test/in?SECRET", "https://forum.test/in?…"],
    ["https://forum.test/in?4f5e6a7b8c9d0e1f2a=", "https://forum.test/in?…"],
    ["https://forum.test/in?%D1%8F=1&%D1%8E=2", "https://forum.test/in?…"],
    ["https://anna:SECRET@forum.test/a", "https://forum.test/a"],
    ["mailto:help@forum.test?body=SECRET", "mailto:help@forum.test"],
    ["javascript:location='//SECRET.test'", "javascript:…"],
    ["data:text/plain,SECRET", "data:…"],
  ])("%s is told without what may let a reader in", (address, told) => {
    expect(toldAddress(new URL(address), false)).toBe(told);
  });

  it.each([
    ["https://shop.test/confirm/6f1ed002ab5595859014ebf0951522d9", "https://shop.test/confirm/…"],
    ["https://shop.test/c/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0/in", "https://shop.test/c/…/in"],
    ["https://shop.test/orders/2026-000142", "https://shop.test/orders/2026-000142"],
    ["https://shop.test/help/how-to-return-a-parcel", "https://shop.test/help/how-to-return-a-parcel"],
  ])("in mail %s loses the parts of its path that look like a token", (address, told) => {
    expect(toldAddress(new URL(address), true)).toBe(told);
    expect(toldAddress(new URL(address), false)).toBe(address);
  });
});
