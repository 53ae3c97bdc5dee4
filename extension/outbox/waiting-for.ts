import type { Destination, OutboxItem } from "../storage/database";
import { placeOf } from "./destination";

/** Clips that have not got through whole. */
export interface WaitingFor {
  /** For whom they were sent; null before there was any connection. */
  readonly destination: Destination | null;
  readonly count: number;
}

/** Counts what is in the outbox, those of one destination together. */
export function waitingFor(items: readonly OutboxItem[]): WaitingFor[] {
  const waiting = new Map<string, WaitingFor>();
  for (const { destination = null } of items) {
    const place = placeOf(destination);
    const before = waiting.get(place);
    // The name may not have been known when the first of them was sent.
    const named = destination?.name == null ? (before?.destination ?? destination) : destination;
    waiting.set(place, { destination: named, count: (before?.count ?? 0) + 1 });
  }
  return [...waiting.values()];
}
