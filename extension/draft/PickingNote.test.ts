// @vitest-environment jsdom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { sayPost } from "../messages/post";
import { forgetFailedPicking, type Picking, readPicking, writePicking } from "../picker/picking-state";
import { PickingNote } from "./PickingNote";

const FRONT = 3;
const BEHIND = 4;

beforeEach(() => {
  freshExtensionWorld();
  fakeBrowser.tabs.getCurrent = (async () => undefined) as typeof fakeBrowser.tabs.getCurrent;
  fakeBrowser.windows.getCurrent = (async () => ({ id: 1 })) as never;
  fakeBrowser.tabs.query = (async () => [{ id: FRONT }]) as never;
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

const nothing = (tabId: number, draftId: string | null): Picking => ({
  ...{ tabId, draftId },
  adds: false,
  state: "nothing",
});

it.each<[string, Picking, boolean]>([
  ["with its page in front", nothing(FRONT, null), true],
  ["not over the drafts of another page", nothing(BEHIND, null), false],
  ["beside the draft that waits for its post", nothing(BEHIND, "open"), true],
  ["not beside another draft", nothing(FRONT, "other"), false],
])("that no post is recognised is said %s", async (_what, picking, isSaid) => {
  await writePicking(picking);
  await act(() => render(h(PickingNote, { locale: "en", openId: "open" }), document.body));
  await act(() => nextFrame().then(() => undefined));
  expect(document.body.textContent?.includes(sayPost("en", "picking.nothing"))).toBe(isSaid);
});

it.each<[string, Picking, boolean]>([
  ["goes with the next clip", nothing(FRONT, null), true],
  ["stays with the draft that waits", nothing(FRONT, "open"), false],
  ["stays while the picker is open", { ...nothing(FRONT, null), state: "open" }, false],
])("that no post is recognised %s", async (_what, picking, isGone) => {
  await writePicking(picking);
  await forgetFailedPicking();
  expect((await readPicking()) === null).toBe(isGone);
});
