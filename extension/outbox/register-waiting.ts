import type { OutboxItem } from "../storage/database";
import { addedReceiptIn, judgeAnswer, receiptIn, type Verdict } from "./judge-answer";
import type { Flushing } from "./outbox-server";
import { outboxFor } from "./outbox-store";
import { beginAttempt, type Halt, settleRefused, settleRegistered } from "./settle-item";
import { takeBatch } from "./take-batch";

/** Two clips in a row on which the server failed: it is the server, not the clips. */
const FAILURES_THAT_STOP = 2;

/**
 * Registers the queued clips in their order, those that wait together in one batch.
 *
 * @returns why it stopped early; null when nothing is due any more
 * @throws ServerUnreachable
 */
export async function registerWaiting(work: Flushing): Promise<Halt | null> {
  for (;;) {
    const batch = takeBatch(
      (await outboxFor(work.store, work.server.destination)).filter(isDueForRegistration),
    );
    if (batch.length === 0) return null;
    const answered = batch.length > 1 ? await registerTogether(work, batch) : "alone";
    const halt = answered === "alone" ? await registerEach(work, batch) : answered;
    if (halt !== null) return halt;
  }
}

/** Whether an item may be tried now. */
export function isDue(item: Pick<OutboxItem, "nextAttemptAt">): boolean {
  return item.nextAttemptAt === null || Date.parse(item.nextAttemptAt) <= Date.now();
}

function isDueForRegistration(item: OutboxItem): boolean {
  return item.state === "queued" && isDue(item);
}

async function registerEach(work: Flushing, items: readonly OutboxItem[]): Promise<Halt | null> {
  let failures = 0;
  for (const item of items) {
    await beginAttempt(work.store, [item]);
    const { id, clip } = item.request;
    const answer = item.addTo
      ? await work.server.addClip(item.addTo.id, { id, clip })
      : await work.server.registerOne(item.request);
    const verdict = judgeAnswer(answer);
    const halt = await settle(work, item, verdict, answer.body);
    if (halt !== null) return halt;
    failures = verdict.verdict === "retry-item" ? failures + 1 : 0;
    if (failures >= FAILURES_THAT_STOP) return { cause: "busy", retryAfterMs: null };
  }
  return null;
}

/** `alone` when the batch as a whole was not taken, so that each clip must be tried by itself. */
async function registerTogether(
  work: Flushing,
  batch: readonly OutboxItem[],
): Promise<Halt | null | "alone"> {
  await beginAttempt(work.store, batch);
  const answer = await work.server.registerMany(batch.map((item) => item.request));
  const whole = judgeAnswer(answer);
  const [first] = batch;
  if (first === undefined) return null;
  if (whole.verdict === "park" || whole.verdict === "retry-item") return "alone";
  if (whole.verdict !== "accepted") return settleRefused(work, first, whole);
  const results = resultsIn(answer.body, batch.length);
  // An answer that does not match the batch tells nothing about any clip.
  if (results === null) return "alone";
  let stop: Halt | null = null;
  for (const [index, item] of batch.entries()) {
    const result = results[index];
    if (result === undefined) continue;
    // Of more clips than the server takes at once it has taken the first; the others wait as long as it says.
    const { retryAfterMs } = answer;
    const verdict = judgeAnswer({ status: result.status, body: result.problem, retryAfterMs });
    stop = (await settle(work, item, verdict, result.complaint)) ?? stop;
  }
  return stop;
}

async function settle(
  work: Flushing,
  item: OutboxItem,
  verdict: Verdict,
  body: unknown,
): Promise<Halt | null> {
  if (verdict.verdict !== "accepted") return settleRefused(work, item, verdict);
  const receipt = item.addTo ? addedReceiptIn(body, item.id, item.addTo) : receiptIn(body, item.id);
  // Success without our receipt is not success: a proxy may answer 200 to anything.
  if (receipt === null) return { cause: "busy", retryAfterMs: null };
  await settleRegistered(work, item, receipt);
  return null;
}

interface BatchItemResult {
  readonly status: number;
  readonly complaint: unknown;
  readonly problem: unknown;
}

function resultsIn(body: unknown, expected: number): BatchItemResult[] | null {
  if (typeof body !== "object" || body === null || !("results" in body)) return null;
  const { results } = body;
  if (!Array.isArray(results) || results.length !== expected) return null;
  return results.map((result: unknown) => {
    const fields = typeof result === "object" && result !== null ? result : {};
    return {
      status: "status" in fields && typeof fields.status === "number" ? fields.status : 500,
      complaint: "complaint" in fields ? fields.complaint : null,
      problem: "problem" in fields ? fields.problem : null,
    };
  });
}
