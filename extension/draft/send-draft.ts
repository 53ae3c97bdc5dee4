import type { RegisterComplaint } from "@otklik/shared/complaint/complaint";
import type { FieldProblem } from "@otklik/shared/field-problems";
import { tell } from "../messaging/messages";
import { destinationNow } from "../outbox/destination";
import { queuedItem } from "../outbox/queued-item";
import { OTHERS } from "../proof/evidence-edits";
import { eachOnce, finishEvidence, withHashes } from "../proof/finish-evidence";
import { gathered } from "../proof/gathering";
import { signRequest } from "../proof/sign-request";
import {
  type ClipStore,
  type Draft,
  type DraftFile,
  type JoinedComplaint,
  openClipStore,
  type StoredFile,
} from "../storage/database";
import { listDraftFiles } from "../storage/draft-files";
import { problemsIn } from "./check-draft";
import { tellDraftsChanged } from "./drafts-changed";
import type { FinishedFile } from "./mask-picture";
import { turnParents } from "./posts";
import { tidyRequest } from "./tidy-request";

export type SendResult =
  | { readonly sent: true; readonly id: string; readonly isSigned: boolean }
  | { readonly sent: false; readonly problems: readonly FieldProblem[] };

/** What is still being gathered is waited for so long: a post that is pictured piece by piece takes longer. */
const PATIENCE_MS = 2_000;

/**
 * Sends a draft: what was hidden is taken out of the evidence, the request is checked and signed, and then in one
 * transaction the outbox gets the request, the files their bytes, and the draft goes. Killed
 * anywhere, there is either the draft or the outbox item, never both or neither. Sending
 * twice sends once.
 *
 * @param addTo the registered complaint that the clip joins; null when it gets a number of its own
 */
export async function sendDraft(draft: Draft, addTo: JoinedComplaint | null = null): Promise<SendResult> {
  await gathered(draft.id, PATIENCE_MS);
  const files = await listDraftFiles(draft.id);
  const finished = await finishEvidence(draft, files);
  // A post that was put back in the last moment has again what it answers.
  const hidden = draft.edits.hiddenParts.includes(OTHERS) ? turnParents(draft, true) : draft;
  const request = tidyRequest(withEvidence(hidden.request, files, finished));
  const problems = problemsIn(request);
  if (problems.length > 0) return { sent: false, problems };
  const store = await openClipStore();
  let isSigned = false;
  try {
    const signed = await signRequest(request, store);
    isSigned = signed.clip.proof !== undefined;
    await moveToOutbox(
      store,
      signed,
      eachOnce(finished).map(({ file }) => file),
      addTo,
    );
  } finally {
    store.close();
  }
  tellDraftsChanged();
  await tell({ type: "outbox-changed" });
  return { sent: true, id: draft.id, isSigned };
}

function withEvidence(
  request: RegisterComplaint,
  files: readonly DraftFile[],
  finished: readonly FinishedFile[],
): RegisterComplaint {
  const { clip } = request;
  const evidence = eachOnce(finished).map((one) => one.evidence);
  const going = new Set(evidence.map(({ sha256 }) => sha256));
  // More files than a clip may have are not sent, so that nothing may name them.
  const named = finished.filter((one) => going.has(one.evidence.sha256));
  const hashes = new Map(named.map((one) => [one.id, one.evidence.sha256]));
  const hashed = <Post extends Pick<RegisterComplaint["clip"], "attachments">>(post: Post): Post =>
    post.attachments === undefined
      ? post
      : { ...post, attachments: withHashes(post.attachments, files, hashes) };
  return {
    ...request,
    clip: {
      ...hashed(clip),
      ...(clip.more && { more: clip.more.map(hashed) }),
      evidence,
    },
  };
}

/** All or nothing: what fails halfway is taken back, also where the browser would keep what came before. */
async function moveToOutbox(
  store: ClipStore,
  request: RegisterComplaint,
  files: readonly StoredFile[],
  addTo: JoinedComplaint | null,
): Promise<void> {
  // Read before the transaction: it would end while other storage is asked.
  const destination = await destinationNow();
  const transaction = store.transaction(["drafts", "draftFiles", "outbox", "files"], "readwrite");
  const { done } = transaction;
  try {
    const outbox = transaction.objectStore("outbox");
    // Another panel was quicker, or the same click came twice: the first one counts.
    if ((await outbox.get(request.id)) === undefined) {
      const last = await outbox.index("sequence").openCursor(null, "prev");
      for (const file of files) await transaction.objectStore("files").put(file);
      await outbox.add(queuedItem(request, files, (last?.value.sequence ?? 0) + 1, addTo, destination));
    }
    await transaction.objectStore("drafts").delete(request.id);
    const gathered = transaction.objectStore("draftFiles");
    for (const key of await gathered.index("draftId").getAllKeys(request.id)) await gathered.delete(key);
    await done;
  } catch (error) {
    done.catch(() => undefined);
    if (transaction.error === null) transaction.abort();
    throw error;
  }
}
