import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useOwnWindow } from "../messaging/use-own-window";
import type { Draft } from "../storage/database";

export interface OpenDraft {
  /** The one that is shown; the newest, unless the agent has another one open. */
  readonly open: Draft | undefined;
  /** Clipped in this window while something was typed; null when none waits to be opened. */
  readonly arrived: Draft | null;
  choose(id: string): void;
  /** For the part of the page that holds the drafts' fields. */
  onInput(event: Event): void;
}

/**
 * Which draft a panel shows. A new clip comes to the front where it was made, as the agent has just made it: not in
 * the panels of other windows, and not under hands that are typing.
 *
 * @param drafts the newest first; null until they were read
 * @param onFront a new one has come to the front
 */
export function useOpenDraft(drafts: readonly Draft[] | null, onFront: () => void): OpenDraft {
  const here = useOwnWindow();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [arrivedId, setArrivedId] = useState<string | null>(null);
  const lastAt = useRef("");
  const typedIn = useRef<EventTarget | null>(null);
  const newest = drafts?.[0] ?? null;

  useEffect(() => {
    if (newest === null || here === undefined || newest.createdAt <= lastAt.current) return;
    const isFirst = lastAt.current === "";
    lastAt.current = newest.createdAt;
    if (!isFirst && !isOfWindow(newest, here)) return;
    if (!isFirst && isTypedIn(typedIn.current)) return setArrivedId(newest.id);
    setChosenId(newest.id);
    setArrivedId(null);
    onFront();
  }, [newest, here, onFront]);

  const choose = useCallback((id: string) => {
    setChosenId(id);
    setArrivedId(null);
  }, []);
  const onInput = useCallback((event: Event) => {
    typedIn.current = event.target;
  }, []);
  return {
    open: drafts?.find(({ id }) => id === chosenId) ?? drafts?.[0],
    arrived: drafts?.find(({ id }) => id === arrivedId && id !== chosenId) ?? null,
    choose,
    onInput,
  };
}

/** A page of its own, and what was clipped in no window, serve them all. */
function isOfWindow({ windowId }: Draft, here: number | null): boolean {
  return here === null || windowId === undefined || windowId === here;
}

/** Who has gone to the page to clip there is not typing here, though the field still has its place. */
function isTypedIn(field: EventTarget | null): boolean {
  return field !== null && document.activeElement === field && document.hasFocus();
}
