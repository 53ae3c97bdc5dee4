const CHANNEL = "otklik-drafts";

/** Tells the other pages of the extension that the drafts in the database are not as they were. */
export function tellDraftsChanged(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** Calls back after every change made by another page or by the background. Returns how to stop. */
export function watchDrafts(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listener();
  return () => channel.close();
}
