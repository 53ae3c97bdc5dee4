import type { Destination, OutboxItem } from "../storage/database";
import { isFor } from "./destination";

/** What the badge's exclamation mark and the strip tell. */
export interface Unsent {
  /** Tried in vain or not able to be tried; they go by themselves. */
  readonly waiting: number;
  /** Not accepted; they need the agent. */
  readonly parked: number;
}

/**
 * Counts what did not get through. A clip on its very first way does not count: the mark
 * would flash at every clip.
 *
 * @param there where we are connected; null where no server takes our token. What was sent for another waits
 */
export function unsentIn(items: readonly OutboxItem[], there: Destination | null): Unsent {
  const parked = items.filter((item) => item.state === "parked").length;
  const waiting = items.filter(
    (item) => item.state !== "parked" && (item.attempts > 0 || there === null || !isFor(item, there)),
  ).length;
  return { waiting, parked };
}
