import type { ClipStore, Destination, OutboxItem } from "../storage/database";
import { isFor } from "./destination";

/** Every clip that was sent and has not left, in the order of sending. */
export function outboxInOrder(store: ClipStore): Promise<OutboxItem[]> {
  return store.getAllFromIndex("outbox", "sequence");
}

/** Those of them that may go where we are connected, in the order of sending. */
export async function outboxFor(store: ClipStore, there: Destination): Promise<OutboxItem[]> {
  return (await outboxInOrder(store)).filter((item) => isFor(item, there));
}

/**
 * Changes one item in a transaction of its own. An item that has left meanwhile, by the
 * agent's hand, stays away.
 */
export async function changeItem(
  store: ClipStore,
  id: string,
  change: Partial<Omit<OutboxItem, "id" | "sequence">>,
): Promise<void> {
  const transaction = store.transaction("outbox", "readwrite");
  const item = await transaction.store.get(id);
  if (item !== undefined) await transaction.store.put({ ...item, ...change });
  await transaction.done;
}

/** Takes an item out together with those of its files that no other item needs. */
export async function removeItem(store: ClipStore, id: string): Promise<void> {
  const transaction = store.transaction(["outbox", "files"], "readwrite");
  const outbox = transaction.objectStore("outbox");
  const item = await outbox.get(id);
  if (item !== undefined) {
    await outbox.delete(id);
    const stillNeeded = new Set((await outbox.getAll()).flatMap((other) => hashesOf(other)));
    for (const sha256 of hashesOf(item)) {
      if (!stillNeeded.has(sha256)) await transaction.objectStore("files").delete(sha256);
    }
  }
  await transaction.done;
}

/** The SHA-256 of each piece of evidence that the clip names, in hexadecimal digits. */
export function hashesOf(item: OutboxItem): string[] {
  return item.request.clip.evidence.map((evidence) => evidence.sha256);
}
