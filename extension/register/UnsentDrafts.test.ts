import { h, render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { savedPage } from "../../tests/support/saved-page";
import { until } from "../../tests/support/until";
import { listDrafts, putDraft } from "../draft/draft-store";
import { UnsentDrafts } from "./UnsentDrafts";

beforeEach(() => freshExtensionWorld());

/** The popup's page with the note alone, in the window of id 7. */
async function drawn() {
  const window = Object.assign(savedPage("<div></div>", "https://popup.example/"), { close: vi.fn() });
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  await act(() => render(h(UnsentDrafts, { locale: "en", windowId: 7 }), window.document.body));
  return window;
}

it("leads from the popup back to the draft that was not sent, in the panel", async () => {
  const open = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.sidePanel, { open });
  await putDraft(sampleDraft());
  const window = await drawn();
  const button = await until("the note", async () => window.document.querySelector("button"));
  expect(button.textContent).toBe("1 clip not sent yet");
  button.click();
  expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
  await until("the popup to close", async () => window.close.mock.calls.length > 0);
});

it("is not there when everything was sent", async () => {
  const window = await drawn();
  await act(async () => void (await listDrafts()));
  expect(window.document.body.textContent).toBe("");
});
