import { tell } from "../messaging/messages";
import { openClipStore } from "../storage/database";
import { removeItem } from "./outbox-store";

/** Throws a parked clip away, by the agent's confirmed wish. One that is on its way cannot be thrown away. */
export async function discardItem(id: string): Promise<void> {
  const store = await openClipStore();
  try {
    if ((await store.get("outbox", id))?.state !== "parked") return;
    await removeItem(store, id);
  } finally {
    store.close();
  }
  await tell({ type: "outbox-changed" });
}
