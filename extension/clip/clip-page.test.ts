import { describe, expect, it } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import { clipPage } from "./clip-page";
import type { SiteAdapter } from "./sites/site-adapter";

const ADDRESS = "https://forum.example/topic/7";
const POST = "<title>Отзыв</title><article><p>Не привезли заказ.</p></article>";

const broken = (where: "recognises" | "locate" | "read"): SiteAdapter => ({
  name: "broken",
  channel: "review",
  hosts: null,
  selectors: { post: where === "locate" ? "no selector at all[" : "article" },
  recognises: () => fail(where === "recognises", true),
  refine: (_page, _root, found) => fail(where === "read", found),
});

function fail<Value>(now: boolean, otherwise: Value): Value {
  if (now) throw new TypeError("the site has changed");
  return otherwise;
}

describe("a page", () => {
  it.each([
    ["recognises", ["reader-failed"]],
    ["locate", ["reader-failed", "site-not-read"]],
    ["read", ["reader-failed"]],
  ] as const)("whose adapter fails in %s is read as any page, and the clip says so", (where, notes) => {
    const sites = [broken(where)];
    const { captured } = clipPage(savedPage(POST, ADDRESS), { kind: "popup" }, { sites });
    expect(captured).toMatchObject({ narrative: "Не привезли заказ.", notes });
    expect(captured.sources.narrative).toBe("page");
  });

  it("with words beyond the limit is cut at it, not within a character, and says so", () => {
    const html = `<article><p>${"а".repeat(19_999)}😡</p></article>`;
    const { captured } = clipPage(savedPage(html, ADDRESS), { kind: "popup" });
    expect(captured.narrative).toBe("а".repeat(19_999));
    expect(captured.notes).toEqual(["text-cut"]);
  });

  it("of exactly the limit is whole", () => {
    const { captured } = clipPage(savedPage(`<article>${"а".repeat(20_000)}</article>`, ADDRESS), {
      kind: "popup",
    });
    expect([captured.narrative?.length, captured.notes]).toEqual([20_000, []]);
  });

  it("without a title, a body or anything is still a clip", () => {
    const { captured } = clipPage(savedPage("", ADDRESS), { kind: "shortcut" });
    expect(captured).toMatchObject({ title: "", url: ADDRESS, narrative: null, notes: ["post-not-found"] });
    expect(captured.missing).toMatchObject({
      narrative: "post_not_recognised",
      author: "post_not_recognised",
    });
  });
});
