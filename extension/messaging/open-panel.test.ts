import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { openPanel } from "./open-panel";

const created = vi.fn();
const focused = vi.fn();

beforeEach(() => {
  freshExtensionWorld();
  vi.stubGlobal("location", { origin: "chrome-extension://otklik" });
  created.mockReset();
  focused.mockReset();
  const { sidePanel, windows } = fakeBrowser;
  const { create, update } = windows;
  Object.assign(fakeBrowser, { sidePanel: undefined });
  Object.assign(windows, {
    create: async (window: object) => created(window),
    update: async (id: number, change: object) => focused(id, change),
  });
  return () => {
    Object.assign(fakeBrowser, { sidePanel });
    Object.assign(windows, { create, update });
  };
});

it("opens a window of its own in a browser without a side panel", async () => {
  await openPanel(7);
  const url = "chrome-extension://otklik/sidepanel.html";
  expect(created).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ type: "popup", url }));
});

it("comes back to that window while it is open", async () => {
  fakeBrowser.runtime.getContexts = async () => [{ windowId: 31 } as never];
  await openPanel(7);
  expect(focused).toHaveBeenCalledExactlyOnceWith(31, { focused: true });
  expect(created).not.toHaveBeenCalled();
});
