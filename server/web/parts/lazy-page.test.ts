import { h, render } from "preact";
import { act } from "preact/test-utils";
import { expect, it, vi } from "vitest";
import { savedPage } from "../../../tests/support/saved-page";
import { lazyPage } from "./lazy-page";
import { PageGuard } from "./PageGuard";

/** What stands on the page after the loading has ended. */
async function shown(load: Parameters<typeof lazyPage>[0]): Promise<string> {
  const window = savedPage('<div id="desk"></div>', "https://desk.example/");
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  vi.stubGlobal("navigator", { languages: ["en"] });
  const desk = window.document.getElementById("desk");
  if (desk === null) throw new Error("no place for the desk");
  await act(async () => render(h(PageGuard, null, h(lazyPage(load), {})), desk));
  // The loading ends only after the first drawing.
  await act(async () => undefined);
  const text = desk.textContent ?? "";
  await act(() => render(null, desk));
  return text;
}

it("shows the page when it is there", async () => {
  expect(await shown(async () => ({ Page: () => h("p", null, "settings") }))).toBe("settings");
});

it("leads to the guard's offer when it cannot be loaded", async () => {
  expect(await shown(() => Promise.reject(new TypeError("Failed to fetch")))).toContain("Load again");
});
