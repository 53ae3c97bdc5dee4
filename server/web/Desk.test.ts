import { h, render } from "preact";
import { act } from "preact/test-utils";
import { expect, it, vi } from "vitest";
import { savedPage } from "../../tests/support/saved-page";
import { Desk } from "./Desk";
import { sayDesk } from "./messages/index";

const nothing = () => undefined;

/** The heading of the desk's page at an address; the server never answers. */
async function headingAt(path: string): Promise<string | undefined> {
  const window = savedPage('<div id="desk"></div>', `https://desk.example${path}`);
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  for (const [name, value] of Object.entries({
    window,
    document: window.document,
    location: window.location,
    navigator: { languages: ["en"] },
    MutationObserver: window.document.defaultView?.MutationObserver,
    cancelAnimationFrame: nothing,
    history: { pushState: nothing, replaceState: nothing },
    addEventListener: nothing,
    removeEventListener: nothing,
  })) {
    vi.stubGlobal(name, value);
  }
  const desk = window.document.getElementById("desk");
  if (desk === null) throw new Error("no place for the desk");
  await act(() => render(h(Desk, {}), desk));
  const heading = desk.querySelector("h1")?.textContent;
  await act(() => render(null, desk));
  return heading;
}

it.each([
  ["that leads nowhere", "/nowhere"],
  ["that is cut in the middle of a letter", "/complaints/%E0%A4%A"],
])("an address %s is said to have no page, and the desk goes on", async (_what, path) => {
  expect(await headingAt(path)).toBe(sayDesk("en", "notFound.title"));
});
