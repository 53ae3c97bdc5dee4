import { expect, it } from "vitest";
import { type ListAddress, readAddress, writeAddress } from "./list-address";

it.each<[string, ListAddress]>([
  ["/complaints", { view: "newest", search: "", openId: null }],
  ["/complaints?view=overdue", { view: "overdue", search: "", openId: null }],
  ["/complaints?view=awaiting_decision", { view: "awaiting_decision", search: "", openId: null }],
  ["/complaints/4f9d?view=mine&q=no+refund", { view: "mine", search: "no refund", openId: "4f9d" }],
  ["/complaints?q=%26view%3Dmine", { view: "newest", search: "&view=mine", openId: null }],
])("%s is written and read the same", (path, address) => {
  expect(writeAddress(address)).toBe(path);
  const url = new URL(path, "http://desk.invalid");
  const id = url.pathname.split("/")[2];
  expect(readAddress(Object.fromEntries(url.searchParams), id)).toEqual(address);
});

it("takes the newest for a view that does not exist", () => {
  expect(readAddress({ view: "everything" }, undefined).view).toBe("newest");
});
