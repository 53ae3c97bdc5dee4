import type { OutboxItem } from "../storage/database";
import { judgeAnswer } from "./judge-answer";
import type { Flushing } from "./outbox-server";
import { changeItem, outboxFor, removeItem } from "./outbox-store";
import { keepReceipt } from "./receipts";
import { isDue } from "./register-waiting";
import { beginAttempt, type Halt, settleRefused } from "./settle-item";

/**
 * Sends the files of registered clips one by one, and lets those leave that have none left.
 *
 * @returns why it stopped early; null when nothing is due any more
 * @throws ServerUnreachable
 */
export async function uploadFiles(work: Flushing): Promise<Halt | null> {
  const registered = (await outboxFor(work.store, work.server.destination)).filter(
    (item) => item.state === "registered" && isDue(item),
  );
  for (const item of registered) {
    const halt = await uploadFilesOf(work, item);
    if (halt !== null) return halt;
  }
  return null;
}

async function uploadFilesOf(work: Flushing, item: OutboxItem): Promise<Halt | null> {
  const { store, server } = work;
  let filesLeft = item.filesLeft;
  for (const sha256 of item.filesLeft) {
    const file = await store.get("files", sha256);
    // Bytes that are gone from this computer cannot be sent; the register shows the file as never received.
    if (file !== undefined) {
      await beginAttempt(store, [item]);
      const verdict = judgeAnswer(await server.upload(file));
      if (verdict.verdict !== "accepted") return settleRefused(work, item, verdict);
    }
    filesLeft = filesLeft.filter((left) => left !== sha256);
    await changeItem(store, item.id, { filesLeft, attempts: 0, nextAttemptAt: null, problem: null });
  }
  // Once more before it leaves: a worker that was killed may have registered it without keeping the receipt.
  if (item.receipt !== null) await keepReceipt(item.receipt);
  await removeItem(store, item.id);
  return null;
}
