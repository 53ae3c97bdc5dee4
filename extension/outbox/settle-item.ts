import type { ClipStore, OutboxItem, OutboxReceipt } from "../storage/database";
import { backOffMs, ITEM_PACE } from "./back-off";
import type { Verdict } from "./judge-answer";
import { storedPause } from "./outbox-pause";
import type { Flushing } from "./outbox-server";
import { changeItem, removeItem } from "./outbox-store";
import { keepReceipt } from "./receipts";

/** Why a flush ends before the outbox is empty. */
export type Halt =
  | { readonly cause: "pair-again" }
  | { readonly cause: "unreachable" | "busy"; readonly retryAfterMs: number | null };

export const UNREACHABLE: Halt = { cause: "unreachable", retryAfterMs: null };

/** Notes that an attempt begins: written before the network is touched, so that being killed meanwhile shows. */
export async function beginAttempt(store: ClipStore, items: readonly OutboxItem[]): Promise<void> {
  const transaction = store.transaction("outbox", "readwrite");
  for (const { id } of items) {
    const item = await transaction.store.get(id);
    if (item !== undefined) await transaction.store.put({ ...item, attempts: item.attempts + 1 });
  }
  await transaction.done;
}

/** Writes down that the register has the clip. It leaves if it has no files; else when they are up. */
export async function settleRegistered(
  { store, brought }: Flushing,
  item: OutboxItem,
  receipt: OutboxReceipt,
): Promise<void> {
  const registered = {
    state: "registered",
    receipt,
    attempts: 0,
    nextAttemptAt: null,
    problem: null,
  } as const;
  await changeItem(store, item.id, registered);
  await keepReceipt(receipt);
  if (item.filesLeft.length === 0) await removeItem(store, item.id);
  // It works again: the next failure is a first one.
  await storedPause.remove();
  brought.registered += 1;
}

/** Writes down what became of an attempt that was not accepted. Returns why to stop, or null to go on with the next. */
export async function settleRefused(
  { store, brought }: Flushing,
  item: OutboxItem,
  verdict: Exclude<Verdict, { verdict: "accepted" }>,
): Promise<Halt | null> {
  switch (verdict.verdict) {
    case "pair-again":
      return { cause: "pair-again" };
    case "wait":
      await changeItem(store, item.id, { problem: verdict.problem });
      return { cause: "busy", retryAfterMs: verdict.retryAfterMs };
    case "retry-item": {
      const waitMs = backOffMs(item.attempts + 1, Math.random(), ITEM_PACE);
      const nextAttemptAt = new Date(Date.now() + waitMs).toISOString();
      await changeItem(store, item.id, { problem: verdict.problem, nextAttemptAt });
      return null;
    }
    case "park":
      await changeItem(store, item.id, { state: "parked", problem: verdict.problem, nextAttemptAt: null });
      brought.parked += 1;
      return null;
  }
}
