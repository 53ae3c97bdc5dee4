import { localItem } from "../settings/local-item";
import type { OutboxReceipt } from "../storage/database";

/** Newest first. They outlive the outbox item, so that the agent can still read the number that was given. */
export const storedReceipts = localItem<readonly OutboxReceipt[]>("receipts");

const KEPT = 20;

/** Keeps a receipt; one that is kept already stays where it is. */
export async function keepReceipt(receipt: OutboxReceipt): Promise<void> {
  const kept = (await storedReceipts.read()) ?? [];
  if (kept.some(({ id }) => id === receipt.id)) return;
  await storedReceipts.write([receipt, ...kept].slice(0, KEPT));
}
