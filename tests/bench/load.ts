import { fork } from "node:child_process";
import { once } from "node:events";

/** What a load process answers when its time is over. */
export interface LoadResult {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds that one operation took, as the one who waited saw it. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * Runs a load in a process of its own, so that its work is not counted as the server's.
 *
 * @param script file beside this one; it gets `order` as its first message and answers a LoadResult
 */
export async function runLoad(script: string, order: unknown): Promise<LoadResult> {
  const child = fork(new URL(script, import.meta.url), { execArgv: ["--import", "tsx"] });
  child.send({ order });
  const ended = once(child, "exit");
  const answered: Promise<LoadResult> = once(child, "message").then(([message]) => message);
  const result = await Promise.race([answered, ended.then(() => null)]);
  if (result === null) throw new Error(`${script} ended without an answer`);
  await ended;
  return result;
}

/** The other side of `runLoad`: takes the order, answers the result and ends. */
export async function answerLoad<Order>(work: (order: Order) => Promise<LoadResult>): Promise<void> {
  const { order } = await new Promise<{ order: Order }>((resolve) => {
    process.once("message", resolve);
  });
  const result = await work(order);
  process.send?.(result, undefined, undefined, () => process.disconnect());
}
