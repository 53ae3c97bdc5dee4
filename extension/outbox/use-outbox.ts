import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { watchDrafts } from "../draft/drafts-changed";
import { readMessage } from "../messaging/messages";
import { type OutboxItem, openClipStore } from "../storage/database";
import { outboxInOrder } from "./outbox-store";

/** The outbox, kept fresh, and how to read it again after a change of one's own; null until it was read. */
export function useOutbox(): [items: readonly OutboxItem[] | null, reload: () => Promise<void>] {
  const [items, setItems] = useState<readonly OutboxItem[] | null>(null);
  const reload = useCallback(async () => {
    const store = await openClipStore();
    setItems(await outboxInOrder(store));
    store.close();
  }, []);
  useLayoutEffect(() => {
    const onMessage = (value: unknown) => {
      if (readMessage(value)?.type === "outbox-changed") void reload();
    };
    browser.runtime.onMessage.addListener(onMessage);
    // A message does not reach the page that sent it: sending a draft is told here.
    const stop = watchDrafts(() => void reload());
    void reload();
    return () => {
      browser.runtime.onMessage.removeListener(onMessage);
      stop();
    };
  }, [reload]);
  return [items, reload];
}
