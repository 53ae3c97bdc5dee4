// @vitest-environment jsdom
import { h, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { nextFrame } from "../../tests/support/next-frame";
import { sampleDraft } from "../../tests/support/sample-draft";
import { until } from "../../tests/support/until";
import type { Draft } from "../storage/database";
import { useOpenDraft } from "./use-open-draft";

const HERE = 7;
const onFront = vi.fn();

/** The panel of a window, or one that is a page of its own. */
function panelIn(windowId: number | null) {
  const tab = windowId === null ? { id: 1 } : undefined;
  fakeBrowser.tabs.getCurrent = (async () => tab) as typeof fakeBrowser.tabs.getCurrent;
  fakeBrowser.windows.getCurrent = (async () => ({ id: windowId ?? 99 })) as never;
}

function Panel({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { open, arrived, choose, onInput } = useOpenDraft(drafts, onFront);
  return h(
    "section",
    { onInput },
    h("output", {}, open?.id),
    h("input", { key: open?.id }),
    arrived !== null && h("button", { type: "button", onClick: () => choose(arrived.id) }, arrived.id),
  );
}

const draft = (id: string, second: number, windowId?: number) =>
  sampleDraft({
    id,
    createdAt: `2026-11-18T09:00:0${second}.000Z`,
    ...(windowId !== undefined && { windowId }),
  });
const first = draft("first", 1, HERE);

async function show(...drafts: Draft[]) {
  await act(() => render(h(Panel, { drafts }), document.body));
  await act(() => nextFrame().then(() => undefined));
}
const opened = () => document.querySelector("output")?.textContent;
const announced = () => document.querySelector("button")?.textContent ?? null;

async function typeIn(words: string) {
  const input = document.querySelector("input");
  if (input === null) throw new Error("no field");
  input.focus();
  input.value = words;
  await act(() => void input.dispatchEvent(new InputEvent("input", { bubbles: true })));
}

beforeEach(() => {
  freshExtensionWorld();
  onFront.mockClear();
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
});

afterEach(() => {
  render(null, document.body);
  return nextFrame();
});

async function panelWithFirst(windowId: number | null = HERE) {
  panelIn(windowId);
  await show(first);
  await until("the first to be taken for known", () => onFront.mock.calls.length === 1);
}

it.each<[string, number | null, Draft, string]>([
  ["of its own window", HERE, draft("new", 2, HERE), "new"],
  ["of another window stays behind", HERE, draft("new", 2, 8), "first"],
  ["of a mail's file", HERE, draft("new", 2), "new"],
  ["of any window, where the panel is a page of its own,", null, draft("new", 2, 8), "new"],
])("a new clip %s comes to the front, or does not", async (_what, windowId, added, shown) => {
  await panelWithFirst(windowId);
  await show(added, first);
  expect(opened()).toBe(shown);
  expect(announced()).toBeNull();
});

it("a new clip leaves the field in which something is typed, and is announced with a way to it", async () => {
  await panelWithFirst();
  await typeIn("Не при");
  const field = document.activeElement;
  await show(draft("new", 2, HERE), first);
  expect(opened()).toBe("first");
  expect(document.activeElement).toBe(field);
  await act(() => document.querySelector("button")?.click());
  expect(opened()).toBe("new");
  expect(announced()).toBeNull();
});

it.each<[string, () => void]>([
  ["has left the field", () => document.querySelector("input")?.blur()],
  ["has gone to the page", () => void vi.spyOn(document, "hasFocus").mockReturnValue(false)],
])("a new clip comes to the front of who has typed and %s", async (_what, leave) => {
  await panelWithFirst();
  await typeIn("Не привезли");
  leave();
  await show(draft("new", 2, HERE), first);
  expect(opened()).toBe("new");
});
