const CHANNEL = "otklik-gathering";

/** The browser's own measure of how long gathering took, for whoever asks it. */
export const GATHERED = "otklik-gathered";

/** How far the evidence of a draft is. Only for showing: whether it is still being gathered the lock tells. */
export interface GatheringProgress {
  readonly draftId: string;
  /** From 0 to 1 while the post is pictured piece by piece; null otherwise. */
  readonly part: number | null;
}

/** Held while the evidence of a draft is gathered; the browser frees it when the background is ended. */
export function gatheringLock(draftId: string): string {
  return `otklik-gathering-${draftId}`;
}

/**
 * Gathers evidence when it is its turn: of a draft one after the other, and of a page too, for what that holds ready,
 * and its place while it is scrolled, are of one draft at a time.
 */
export function inTurnFor(draftId: string, tabId: number, work: () => Promise<void>): Promise<void> {
  return navigator.locks.request(gatheringLock(draftId), () =>
    navigator.locks.request(`otklik-gathering-on-${tabId}`, work),
  );
}

/** Whether somebody gathers the evidence of a draft, or waits for the turn to. */
export async function isBeingGathered(draftId: string): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].some(({ name, mode }) => name === gatheringLock(draftId) && mode !== "shared");
}

/** Waits until nothing is being gathered for a draft, at most so long. */
export async function gathered(draftId: string, atMostMs: number): Promise<void> {
  const options = { mode: "shared", signal: AbortSignal.timeout(atMostMs) } as const;
  try {
    await navigator.locks.request(gatheringLock(draftId), options, () => undefined);
  } catch (error) {
    // Waited long enough.
    if (!options.signal.aborted) throw error;
  }
}

/** Tells the extension's open pages how far the gathering is. */
export function tellProgress(progress: GatheringProgress): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(progress);
  channel.close();
}

/** Returns how to stop. */
export function watchProgress(listener: (progress: GatheringProgress) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<GatheringProgress>) => listener(event.data);
  return () => channel.close();
}
