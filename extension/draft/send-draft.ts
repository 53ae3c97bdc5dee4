import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import type { FieldProblem } from "@otklik/shared/field-problems";
import { tell } from "../messaging/messages";
import { queuedItem } from "../outbox/queued-item";
import {
  type ClipStore,
  type Draft,
  type JoinedComplaint,
  openClipStore,
  type StoredFile,
} from "../storage/database";
import { problemsIn } from "./check-draft";
import { tellDraftsChanged } from "./drafts-changed";
import { maskScreenshot } from "./mask-screenshot";
import { tidyRequest } from "./tidy-request";

export type SendResult =
  | { readonly sent: true; readonly id: string }
  | { readonly sent: false; readonly problems: readonly FieldProblem[] };

/**
 * Sends a draft: the masks are burnt into the screenshot, the request is checked, and then in one
 * transaction the outbox gets the request, the files their bytes, and the draft goes. Killed
 * anywhere, there is either the draft or the outbox item, never both or neither. Sending
 * twice sends once.
 *
 * @param addTo the registered complaint that the clip joins; null when it gets a number of its own
 */
export async function sendDraft(draft: Draft, addTo: JoinedComplaint | null = null): Promise<SendResult> {
  const finished = draft.screenshot === null ? null : await maskScreenshot(draft.screenshot);
  const request = tidyRequest({
    ...draft.request,
    clip: { ...draft.request.clip, evidence: finished === null ? [] : [finished.evidence] },
  });
  const problems = problemsIn(request);
  if (problems.length > 0) return { sent: false, problems };
  const store = await openClipStore();
  try {
    await moveToOutbox(store, request, finished === null ? [] : [finished.file], addTo);
  } finally {
    store.close();
  }
  tellDraftsChanged();
  await tell({ type: "outbox-changed" });
  return { sent: true, id: draft.id };
}

/** All or nothing: what fails halfway is taken back, also where the browser would keep what came before. */
async function moveToOutbox(
  store: ClipStore,
  request: RegisterComplaint,
  files: readonly StoredFile[],
  addTo: JoinedComplaint | null,
): Promise<void> {
  const transaction = store.transaction(["drafts", "outbox", "files"], "readwrite");
  const { done } = transaction;
  try {
    const outbox = transaction.objectStore("outbox");
    // Another panel was quicker, or the same click came twice: the first one counts.
    if ((await outbox.get(request.id)) === undefined) {
      const last = await outbox.index("sequence").openCursor(null, "prev");
      for (const file of files) await transaction.objectStore("files").put(file);
      await outbox.add(queuedItem(request, files, (last?.value.sequence ?? 0) + 1, addTo));
    }
    await transaction.objectStore("drafts").delete(request.id);
    await done;
  } catch (error) {
    done.catch(() => undefined);
    if (transaction.error === null) transaction.abort();
    throw error;
  }
}
