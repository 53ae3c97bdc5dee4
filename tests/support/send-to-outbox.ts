import { sendDraft } from "@otklik/extension/draft/send-draft";
import { type Draft, type OutboxItem, openClipStore } from "@otklik/extension/storage/database";

/** Sends a draft and gives back what lies in the outbox for it; throws when it was not sent. */
export async function sendToOutbox(draft: Draft): Promise<OutboxItem> {
  const outcome = await sendDraft(draft);
  const store = await openClipStore();
  const item = await store.get("outbox", draft.id);
  store.close();
  if (!outcome.sent || item === undefined) throw new Error(`Not sent: ${JSON.stringify(outcome)}`);
  return item;
}
