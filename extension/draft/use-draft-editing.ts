import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ClipStore, type Draft, type DraftEdit, openClipStore } from "../storage/database";
import { adoptCapture } from "./draft-changes";
import { keepLastEdit, saveDraft } from "./draft-store";

/** Typing is saved once it pauses so long; leaving the page saves at once. */
const PAUSE_MS = 250;

export interface DraftEditing {
  readonly draft: Draft;
  change(next: (draft: Draft) => Draft): void;
  /** Writes what is not saved yet. @throws what the database says when it does not take it */
  flush(): Promise<void>;
  /** Why the last words could not be saved; null when they could. They stay on the screen. */
  readonly failure: string | null;
}

/**
 * A draft under the agent's hands: every change is kept in the database. A capture that comes in
 * meanwhile is taken over, except where something was typed.
 *
 * @param stored as the database has it; with another id the component must be another (`key`)
 */
export function useDraftEditing(stored: Draft): DraftEditing {
  const [draft, setDraft] = useState(stored);
  const latest = useRef(draft);
  const [failure, setFailure] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const saving = useRef(0);
  /** How many changes there were, and up to which of them the database has them all. */
  const changes = useRef(0);
  const kept = useRef(0);
  const savedAt = useRef("");
  const store = useRef<ClipStore | null>(null);

  useEffect(() => {
    const opening = openClipStore().then((opened) => {
      store.current = opened;
    });
    return () => void opening.then(() => store.current?.close());
  }, []);

  const flush = useCallback(async () => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    const written = changes.current;
    saving.current += 1;
    try {
      const updatedAt = await saveDraft(editOf(latest.current));
      if (updatedAt !== null) savedAt.current = updatedAt;
      kept.current = written;
      setFailure(null);
    } catch (error) {
      setFailure(String(error));
      throw error;
    } finally {
      saving.current -= 1;
    }
  }, []);

  const put = useCallback((next: Draft) => {
    latest.current = next;
    setDraft(next);
  }, []);

  const change = useCallback(
    (next: (draft: Draft) => Draft) => {
      put(next(latest.current));
      changes.current += 1;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
    },
    [put, flush],
  );

  useEffect(() => {
    const mine = latest.current;
    // The picture never changes; the very same one spares the page drawing it anew.
    const image = mine.screenshot?.image;
    const screenshot = stored.screenshot && { ...stored.screenshot, ...(image && { image }) };
    // Read before the last words were saved, or these could not be: the editor knows better.
    const isBehind =
      kept.current < changes.current || saving.current > 0 || stored.updatedAt < savedAt.current;
    if (!isBehind) return put({ ...stored, screenshot });
    const masks = mine.screenshot?.masks;
    put({
      ...adoptCapture(mine, stored.captured),
      screenshot: screenshot && { ...screenshot, ...(masks && { masks }) },
      notes: stored.notes,
      gathering: stored.gathering ?? null,
      snapshotsDue: stored.snapshotsDue ?? [],
    });
  }, [stored, put]);

  useEffect(() => {
    // What fails is told by `failure`.
    const save = () => void flush().catch(() => undefined);
    const leave = () => {
      // What waits, what is on its way and what was refused: no other save will come.
      if (kept.current < changes.current && store.current !== null) {
        keepLastEdit(store.current, editOf(latest.current));
      }
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", save);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", save);
      save();
    };
  }, [flush]);

  return { draft, change, flush, failure };
}

function editOf({ id, captured, request, order, addTo, edits, screenshot }: Draft): DraftEdit {
  const masks = screenshot?.masks ?? [];
  return { id, captured, request, ...(order && { order }), ...(addTo && { addTo }), edits, masks };
}
