import { expect, it, vi } from "vitest";
import { takeLinkSecret } from "./take-link-secret";

it("takes the secret out of the address and leaves the page's own in the history", () => {
  const replaceState = vi.fn();
  const place = { hash: "#abc_DEF-123", pathname: "/invitation", search: "" };
  expect(takeLinkSecret(place, { replaceState })).toBe("abc_DEF-123");
  expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, "", "/invitation");
});

it.each(["", "#"])("finds none in “%s” and leaves the address alone", (hash) => {
  const replaceState = vi.fn();
  expect(takeLinkSecret({ hash, pathname: "/invitation", search: "" }, { replaceState })).toBeNull();
  expect(replaceState).not.toHaveBeenCalled();
});
