// @vitest-environment jsdom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld, silenceBroadcasts } from "../../tests/support/extension-world";
import { HOSTILE_MARKUP } from "../../tests/support/hostile-markup";
import { nextFrame } from "../../tests/support/next-frame";
import { until } from "../../tests/support/until";
import { sayShell } from "../messages/shell";
import { clipFromMenu } from "../messaging/clip-gestures";
import { CLIP_MENU_ITEM } from "../messaging/clip-menu";
import { openClipStore } from "../storage/database";
import { RescuedClips } from "./RescuedClips";
import { storedRescue } from "./rescue-clip";

const tab = { ...(await fakeBrowser.tabs.get(0)), title: "Форум", url: "https://forum.test/1" };

beforeEach(() => {
  freshExtensionWorld("ru");
  silenceBroadcasts();
  fakeBrowser.sidePanel.open = async () => undefined;
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

const clip = (id = tab.id) =>
  clipFromMenu(
    {
      menuItemId: CLIP_MENU_ITEM,
      editable: false,
      pageUrl: tab.url,
      selectionText: "Посылка не пришла.",
    },
    { ...tab, id },
  );

const notices = async () => Object.values(await fakeBrowser.notifications.getAll());

/** The database as it is when something is wrong with it. */
function breakDatabase(error: DOMException): void {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw error;
  });
}

/** What is read is as old as in a browser, whose storage is in another process. */
function answerLate(): void {
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local);
  vi.spyOn(local, "get").mockImplementation(async (key: unknown) => {
    const found = await get(String(key));
    await nextFrame();
    return found;
  });
}

it.each([
  ["is full", new DOMException("no room", "QuotaExceededError")],
  ["is broken", new DOMException("internal error", "UnknownError")],
  ["may not be used", new DOMException("denied", "SecurityError")],
])("FLT-07 a clip is told of and can be saved to a file when the database %s", async (_what, error) => {
  breakDatabase(error);
  clip();
  await until("the notice", async () => (await notices()).length > 0);
  const [rescued] = (await storedRescue.read()) ?? [];
  expect(rescued?.reason).toContain(error.message);
  expect(rescued?.request.clip).toMatchObject({ narrative: "Посылка не пришла.", page: { title: "Форум" } });

  await act(() => render(h(RescuedClips, { locale: "ru" }), document.body));
  await until("the note", () => document.querySelector("[role=alert]"));
  expect(document.body.textContent).toContain(error.message);
  const saved: Blob[] = [];
  // An heir: the real class, which other files share, stays as it is.
  const fakeUrl = class extends URL {
    static override createObjectURL = (blob: Blob) => {
      saved.push(blob);
      return "blob:saved";
    };
    static override revokeObjectURL = () => undefined;
  };
  vi.stubGlobal("URL", fakeUrl);
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await press(sayShell("ru", "rescued.save"));
  expect(names).toEqual([`otklik-${rescued?.request.id}.json`]);
  expect(saved).toHaveLength(1);

  await press(sayShell("ru", "rescued.forget"));
  expect(document.body.textContent).toContain(sayShell("ru", "rescued.forgetSure", { count: 1 }));
  await press(sayShell("ru", "outbox.keep"));
  expect(await storedRescue.read()).toHaveLength(1);
  await press(sayShell("ru", "rescued.forget"));
  await press(sayShell("ru", "rescued.forget"));
  await until("the note to be gone", () => document.querySelector("[role=alert]") === null);
  expect(await storedRescue.read()).toBeNull();
});

it("FLT-07 keeps each of the clips that fail at the same moment, and one that fails while others are forgotten", async () => {
  breakDatabase(new DOMException("no room", "QuotaExceededError"));
  answerLate();
  for (const id of [1, 2, 3]) clip(id);
  await until("three clips", async () => (await storedRescue.read())?.length === 3);
  await act(() => render(h(RescuedClips, { locale: "ru" }), document.body));
  await until("the note", () => document.querySelector("[role=alert]"));
  await press(sayShell("ru", "rescued.forget"));
  clip();
  await until("the fourth", async () => (await storedRescue.read())?.length === 4);
  await press(sayShell("ru", "rescued.forget"));
  await until("the fourth to be alone", async () => (await storedRescue.read())?.length === 1);
});

it("INJ-02 a notification says its own words alone, and the note shows markup as words", async () => {
  const [markup = ""] = HOSTILE_MARKUP;
  const create = vi.spyOn(fakeBrowser.notifications, "create");
  breakDatabase(new DOMException(markup, "UnknownError"));
  clipFromMenu(
    { menuItemId: CLIP_MENU_ITEM, editable: false, pageUrl: tab.url, selectionText: markup },
    { ...tab, title: markup },
  );
  await until("the notice", async () => (await notices()).length > 0);
  expect(create.mock.calls.map(([_id, options]) => options)).toEqual([
    {
      type: "basic",
      iconUrl: "/icon/128.png",
      title: sayShell("ru", "rescued.title"),
      message: sayShell("ru", "rescued.kept"),
    },
  ]);
  await act(() => render(h(RescuedClips, { locale: "ru" }), document.body));
  const note = await until("the note", () => document.querySelector("[role=alert]"));
  expect(note.textContent).toContain(markup);
  expect(note.querySelector("script")).toBeNull();
});

it("FLT-07 says that nothing was kept where no storage takes the clip", async () => {
  breakDatabase(new DOMException("no room", "QuotaExceededError"));
  vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("no room"));
  clip();
  await until("the notice", async () => (await notices()).length > 0);
  expect(await storedRescue.read()).toBeNull();
});

it("FLT-07 does not wait in silence for a page that holds an older database open", async () => {
  await new Promise((resolve) => {
    const opening = indexedDB.open("otklik", 1);
    opening.onsuccess = () => resolve(opening.result);
  });
  await expect(openClipStore()).rejects.toThrow("held open");
});

it("FLT-07 lets go of its own when a newer version opens the database", async () => {
  await openClipStore();
  const opened = await new Promise((resolve) => {
    const opening = indexedDB.open("otklik", 3);
    opening.onsuccess = () => resolve("opened");
    opening.onblocked = () => resolve("blocked");
  });
  expect(opened).toBe("opened");
});

async function press(words: string): Promise<void> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === words);
  expect(button).toBeDefined();
  await act(() => button?.click());
}
