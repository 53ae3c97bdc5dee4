import { beforeEach, describe, expect, it } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import { runClipScript } from "./run-clip-script";

const FEED = `<main>
  <article id="a"><a rel="author" href="/u/zoya">Зоя Ракитина</a><p>Курьер не приехал вовсе.</p></article>
  <article id="b"><a rel="author" href="/u/foma">Фома Ельников</a><p>Позвонили через час и извинились.</p></article>
</main>`;

beforeEach(() => {
  globalThis.otklikClipped = undefined;
});

function clip(window: ReturnType<typeof savedPage>, clipId: string, post: string): void {
  globalThis.otklikOrder = { clipId, trigger: { kind: "picker" } };
  globalThis.otklikPicked = [...window.document.querySelectorAll(post)];
  runClipScript(window);
}

describe("posts of one page that are clipped one soon after the other", () => {
  it("are each asked for by their own clip", () => {
    const window = savedPage(FEED, "https://forum.example/topic/7");
    clip(window, "first", "#a");
    clip(window, "second", "#b");
    expect([...(globalThis.otklikClipped ?? [])].map(([id, { roots }]) => [id, roots[0]?.id])).toEqual([
      ["first", "a"],
      ["second", "b"],
    ]);
  });

  it("are let go of after a few more", () => {
    const window = savedPage(FEED, "https://forum.example/topic/7");
    for (let count = 0; count < 9; count++) clip(window, `clip-${count}`, "#a");
    expect(globalThis.otklikClipped?.size).toBe(5);
    expect(globalThis.otklikClipped?.has("clip-8")).toBe(true);
  });
});
