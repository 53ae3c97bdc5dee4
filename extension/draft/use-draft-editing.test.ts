import { h, render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, it, vi } from "vitest";
import { freshExtensionWorld } from "../../tests/support/extension-world";
import { sampleDraft } from "../../tests/support/sample-draft";
import { savedPage } from "../../tests/support/saved-page";
import type { Draft } from "../storage/database";
import { correctField } from "./draft-changes";
import { listDrafts, putDraft } from "./draft-store";
import { type DraftEditing, useDraftEditing } from "./use-draft-editing";

beforeEach(() => freshExtensionWorld());

/** The editor of a draft, drawn in a page of its own. */
function editorOf(first: Draft) {
  const window = savedPage("<div></div>", "https://panel.example/");
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", window.document);
  const shown: { editing: DraftEditing | null } = { editing: null };
  const Editor = ({ stored }: { stored: Draft }) => {
    shown.editing = useDraftEditing(stored);
    return null;
  };
  const show = (stored: Draft) => act(() => render(h(Editor, { stored }), window.document.body));
  return { shown, show, draw: show(first) };
}

it("keeps the last words when a list of drafts comes that was read before they were saved", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const [readBefore = draft] = await listDrafts();
  const { shown, show, draw } = editorOf(draft);
  await draw;
  await act(async () => {
    shown.editing?.change((now) => correctField(now, "narrative", "Рукой"));
    await shown.editing?.flush();
  });
  await show({ ...readBefore });
  expect(shown.editing?.draft.request.clip.narrative).toBe("Рукой");
  const [readAfter = draft] = await listDrafts();
  await show(readAfter);
  expect(shown.editing?.draft.request.clip).toMatchObject({
    narrative: "Рукой",
    sources: { narrative: "agent" },
  });
});

it("keeps in the page's last moment words whose saving had not ended well", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const { shown, draw } = editorOf(draft);
  await draw;
  await act(async () => {
    // Once saved, so that the editor's own database is open.
    shown.editing?.change((now) => correctField(now, "narrative", "Первые слова"));
    await shown.editing?.flush();
    shown.editing?.change((now) => correctField(now, "narrative", "Последние слова"));
    vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
      throw new Error("The database does not open");
    });
    await shown.editing?.flush().catch(() => undefined);
  });
  const [refused] = await listDrafts();
  expect(refused?.request.clip.narrative).toBe("Первые слова");
  window.dispatchEvent(new window.Event("pagehide"));
  const [kept] = await listDrafts();
  expect(kept?.request.clip.narrative).toBe("Последние слова");
});

it("keeps words that could not be saved when the list of drafts is read anew", async () => {
  const draft = sampleDraft();
  await putDraft(draft);
  const { shown, show, draw } = editorOf(draft);
  await draw;
  await act(async () => {
    shown.editing?.change((now) => correctField(now, "narrative", "Не сохранилось"));
    vi.spyOn(indexedDB, "open").mockImplementationOnce(() => {
      throw new Error("The database does not open");
    });
    await shown.editing?.flush().catch(() => undefined);
  });
  const [readAfter = draft] = await listDrafts();
  await show({ ...readAfter, notes: ["snapshot-failed"] });
  expect(shown.editing?.draft).toMatchObject({
    request: { clip: { narrative: "Не сохранилось" } },
    notes: ["snapshot-failed"],
  });
});
