import type { OutboxItem } from "../storage/database";

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
 * @param connected there is a server that takes our token
 */
export function unsentIn(items: readonly OutboxItem[], connected: boolean): Unsent {
  const parked = items.filter((item) => item.state === "parked").length;
  const waiting = items.filter((item) => item.state !== "parked" && (item.attempts > 0 || !connected)).length;
  return { waiting, parked };
}
