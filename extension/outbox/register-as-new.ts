import { tell } from "../messaging/messages";
import { openClipStore } from "../storage/database";
import { changeItem } from "./outbox-store";

/** Lets a parked clip that was to join a complaint be registered under a number of its own. */
export async function registerAsNew(id: string): Promise<void> {
  const store = await openClipStore();
  try {
    const item = await store.get("outbox", id);
    if (item?.state !== "parked" || !item.addTo || item.receipt !== null) return;
    await changeItem(store, id, {
      addTo: null,
      state: "queued",
      problem: null,
      attempts: 0,
      nextAttemptAt: null,
    });
  } finally {
    store.close();
  }
  await tell({ type: "outbox-changed" });
}
