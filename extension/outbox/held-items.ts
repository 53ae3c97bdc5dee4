import { tell } from "../messaging/messages";
import { type Destination, type OutboxItem, openClipStore } from "../storage/database";
import { isFor, placeOf } from "./destination";
import { changeItem, removeItem } from "./outbox-store";

/** Clips that were sent for one server and organisation, and wait while this browser is connected to another. */
export interface HeldItems {
  readonly destination: Destination;
  readonly items: readonly OutboxItem[];
}

/** The held ones, those of one destination together. */
export function heldItems(items: readonly OutboxItem[], there: Destination): HeldItems[] {
  const held = new Map<string, { readonly destination: Destination; readonly items: OutboxItem[] }>();
  for (const item of items) {
    const { destination } = item;
    if (!destination || isFor(item, there)) continue;
    const place = placeOf(destination);
    const group = held.get(place) ?? { destination, items: [] };
    group.items.push(item);
    held.set(place, group);
  }
  return [...held.values()];
}

/** Whether it has no number yet, so that it may still get one elsewhere. */
export function isUnregistered({ receipt }: OutboxItem): boolean {
  return receipt === null;
}

/**
 * Sends held clips where this browser is connected now, by the agent's confirmed wish. They are registered as new
 * there: the complaint that one was to join is not known to that register. What is registered elsewhere stays held.
 */
export async function sendHeldHere(items: readonly OutboxItem[], there: Destination): Promise<void> {
  await eachHeld(items.filter(isUnregistered), there, (store, { id }) =>
    changeItem(store, id, {
      destination: there,
      addTo: null,
      state: "queued",
      attempts: 0,
      nextAttemptAt: null,
      problem: null,
    }),
  );
}

/** Throws held clips away, by the agent's confirmed wish. */
export async function discardHeld(items: readonly OutboxItem[], there: Destination): Promise<void> {
  await eachHeld(items, there, (store, { id }) => removeItem(store, id));
}

async function eachHeld(
  items: readonly OutboxItem[],
  there: Destination,
  act: (store: Awaited<ReturnType<typeof openClipStore>>, item: OutboxItem) => Promise<void>,
): Promise<void> {
  const store = await openClipStore();
  try {
    for (const { id } of items) {
      const item = await store.get("outbox", id);
      if (item !== undefined && !isFor(item, there)) await act(store, item);
    }
  } finally {
    store.close();
  }
  await tell({ type: "outbox-changed" });
}
