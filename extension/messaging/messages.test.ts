import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { isFromOwnPage, readMessage, tabOfPicked } from "./messages";

const ORIGIN = "chrome-extension://test-extension-id";

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal("location", { origin: ORIGIN });
});

it.each([
  { type: "clip-tab", tabId: 7, trigger: "popup" },
  { type: "clip-tab", tabId: 0, trigger: "panel" },
  { type: "pick-on-tab", tabId: 7, draftId: null },
  { type: "pick-on-tab", tabId: 7, draftId: "0198c0de-0000-7000-8000-000000000001" },
  { type: "picker-key", action: "next" },
  { type: "outbox-changed" },
  { type: "send-now" },
  { type: "refresh" },
  { type: "pairing-started" },
])("reads $type", (message) => {
  expect(readMessage(message)).toEqual(message);
});

it.each([
  ["nothing", null],
  ["a text", "refresh"],
  ["an unknown type", { type: "disconnect" }],
  ["a type that every object has", { type: "constructor" }],
  ["no tab", { type: "clip-tab", trigger: "popup" }],
  ["half a tab", { type: "clip-tab", tabId: 1.5, trigger: "popup" }],
  ["a picker in no tab", { type: "pick-on-tab", draftId: null }],
  ["a key that the picker has not", { type: "picker-key", action: "send" }],
  ["what only a page's script says", { type: "picked" }],
  ["a question for the token", { type: "token" }],
  ["an order to fetch", { type: "fetch", url: "https://evil.example/" }],
  ["an unknown trigger", { type: "clip-tab", tabId: 1, trigger: "page" }],
])("EXT-02 does not hear %s", (_what, value) => {
  expect(readMessage(value)).toBeNull();
});

it("passes on no more than it knows", () => {
  expect(readMessage({ type: "refresh", extra: true })).toEqual({ type: "refresh" });
});

it.each([
  ["our popup", { id: "test-extension-id", url: `${ORIGIN}/popup.html` }, true],
  ["our script in a page", { id: "test-extension-id", url: "https://forum.test/" }, false],
  ["another extension", { id: "other", url: "chrome-extension://other/page.html" }, false],
  ["an address that only begins alike", { id: "test-extension-id", url: `${ORIGIN}.forum.test/` }, false],
  ["a sender without address", { id: "test-extension-id" }, false],
])("EXT-02 %s is our own page: %3$s", (_who, sender, isOwn) => {
  expect(isFromOwnPage(sender)).toBe(isOwn);
});

const ours = { id: "test-extension-id", frameId: 0, tab: { id: 7 } };

it.each([
  ["our picker in a tab's top page", { type: "picked" }, ours, 7],
  ["our script in a frame", { type: "picked" }, { ...ours, frameId: 3 }, null],
  ["another extension", { type: "picked" }, { ...ours, id: "other" }, null],
  ["our picker, saying anything else", { type: "send-now" }, ours, null],
  ["something in no tab", { type: "picked" }, { id: ours.id, frameId: 0 }, null],
])("EXT-02 %s is heard as tab %4$s", (_who, value, sender, tabId) => {
  expect(tabOfPicked(value, sender)).toBe(tabId);
});
