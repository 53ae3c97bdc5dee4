import { tellDraftsChanged } from "../draft/drafts-changed";
import { tell } from "../messaging/messages";
import {
  type Draft,
  type DraftScreenshot,
  NO_EDITS,
  type OutboxItem,
  openClipStore,
} from "../storage/database";
import { destinationNow, isFor } from "./destination";
import { evidenceOf } from "./evidence-of-item";
import { hashesOf } from "./outbox-store";

/**
 * Makes a parked clip a draft again. Its id stays, for the server has never accepted it; only
 * where the id itself was refused as taken it gets another. Nothing happens when it is not
 * parked any more, or when it is registered and only a file was refused.
 */
export async function correctItem(id: string): Promise<void> {
  const store = await openClipStore();
  try {
    const item = await store.get("outbox", id);
    if (item === undefined || !isCorrectable(item)) return;
    // Read before the transaction: it would end while the image is looked at.
    const { screenshot, files } = await evidenceOf(store, item);
    // What it was to join is known to the register alone that it was sent for.
    const there = await destinationNow();
    const isJoining = there === null || isFor(item, there);
    const transaction = store.transaction(["outbox", "drafts", "draftFiles", "files"], "readwrite");
    // The panel of another window may have been quicker: what is edited there must not be overwritten.
    if ((await transaction.objectStore("outbox").get(id)) === undefined) return;
    const draft = draftOf(item, screenshot, isJoining);
    await transaction.objectStore("drafts").put(draft);
    for (const file of files) await transaction.objectStore("draftFiles").put({ ...file, draftId: draft.id });
    await transaction.objectStore("outbox").delete(id);
    const others = await transaction.objectStore("outbox").getAll();
    const stillNeeded = new Set(others.flatMap(hashesOf));
    for (const sha256 of hashesOf(item)) {
      if (!stillNeeded.has(sha256)) await transaction.objectStore("files").delete(sha256);
    }
    await transaction.done;
  } finally {
    store.close();
  }
  tellDraftsChanged();
  await tell({ type: "outbox-changed" });
}

/** Whether the agent can mend it: nothing of it is registered yet. */
export function isCorrectable(item: OutboxItem): boolean {
  return item.state === "parked" && item.receipt === null;
}

function draftOf(item: OutboxItem, screenshot: DraftScreenshot | null, isJoining: boolean): Draft {
  const id = item.problem?.code === "clip-id-reused" ? crypto.randomUUID() : item.id;
  const now = new Date(Date.now()).toISOString();
  // It is signed anew when it is sent again.
  const { proof: _proof, ...signed } = item.request.clip;
  const clip = { ...signed, evidence: [] };
  return {
    id,
    createdAt: now,
    updatedAt: now,
    request: { ...item.request, id, clip },
    captured: clip,
    ...(isJoining && item.addTo && { addTo: item.addTo }),
    screenshot,
    edits: NO_EDITS,
    notes: [],
  };
}
