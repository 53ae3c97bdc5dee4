import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { until } from "../../tests/support/until";
import { listDrafts } from "../draft/draft-store";
import { changeSettings } from "../settings/settings";
import { clipByShortcut, clipFromMenu } from "./clip-gestures";
import { CLIP_MENU_ITEM, offerClipInMenus, PICK_MENU_ITEM } from "./clip-menu";

const tab = { ...(await fakeBrowser.tabs.get(0)), windowId: 7, title: "Форум", url: "https://forum.test/1" };
const click = { menuItemId: CLIP_MENU_ITEM, editable: false, pageUrl: tab.url };

let opened: number[];

beforeEach(() => {
  freshExtensionWorld();
  silenceBroadcasts();
  opened = [];
  fakeBrowser.sidePanel.open = async (options: { windowId?: number }) => {
    opened.push(options.windowId ?? -1);
  };
});

it.each([
  ["the menu", () => clipFromMenu({ ...click, selectionText: "Посылка не пришла." }, tab)],
  ["the shortcut", () => clipByShortcut("clip", tab)],
])("%s opens the panel within the gesture, and leaves a draft of the page", async (_what, clip) => {
  clip();
  // Nothing was awaited since: the browser still sees the gesture.
  expect(opened).toEqual([7]);
  const [draft] = await until("a draft", async () => {
    const drafts = await listDrafts();
    return drafts.length > 0 ? drafts : null;
  });
  expect(draft?.captured.page).toEqual({ title: "Форум", url: "https://forum.test/1" });
});

it.each([
  ["the page", 0, false],
  ["a frame of it", 3, true],
])("the menu tells the page that it was opened on %s", async (_where, frameId, isInFrame) => {
  const run = vi.spyOn(fakeBrowser.scripting, "executeScript").mockRejectedValue(new Error("not readable"));
  clipFromMenu({ ...click, frameId }, { ...tab, id: 3 });
  const [order] = await until("the order", async () => run.mock.calls[0] ?? null);
  expect(order).toMatchObject({ args: [{ trigger: { kind: "menu", isInFrame } }] });
  await until("a draft", async () => (await listDrafts()).length || null);
});

it.each([
  ["another menu item", () => clipFromMenu({ ...click, menuItemId: "other" }, tab)],
  ["another command", () => clipByShortcut("_execute_action", tab)],
  ["a place that is no tab", () => clipFromMenu(click, undefined)],
])("%s clips nothing", async (_what, clip) => {
  clip();
  expect(opened).toEqual([]);
  expect(await listDrafts()).toEqual([]);
});

it("does not stumble when the browser refuses to open the panel", async () => {
  fakeBrowser.sidePanel.open = () => Promise.reject(new Error("no gesture"));
  clipByShortcut("clip", tab);
  expect(await until("a draft", async () => (await listDrafts()).length || null)).toBe(1);
});

it.each([
  ["en", "Clip complaint", "Pick on the page"],
  ["ru", "Вырезать обращение", "Выбрать на странице"],
] as const)(
  "one item in the page's menu and one in the button's speak the chosen language: %s",
  async (locale, title, pick) => {
    const items: unknown[] = [];
    fakeBrowser.contextMenus.removeAll = async () => {
      items.length = 0;
    };
    fakeBrowser.contextMenus.create = (item: object) => items.push({ ...item });
    await changeSettings({ locale });
    await Promise.all([offerClipInMenus(), offerClipInMenus()]);
    expect(items).toMatchObject([
      { id: CLIP_MENU_ITEM, title },
      { id: PICK_MENU_ITEM, title: pick, contexts: ["action"] },
    ]);
  },
);
