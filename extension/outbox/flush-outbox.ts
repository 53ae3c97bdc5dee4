import { ServerUnreachable } from "../api/server-fetch";
import { openClipStore } from "../storage/database";
import { bindUnbound } from "./destination";
import { isPaused, pauseOutbox, storedPause } from "./outbox-pause";
import type { Flushing, OutboxServer } from "./outbox-server";
import { outboxFor } from "./outbox-store";
import { registerWaiting } from "./register-waiting";
import { type Halt, UNREACHABLE } from "./settle-item";
import { uploadFiles } from "./upload-files";

/** What a flush leaves behind. */
export interface Flushed {
  /** The server does not take our token any more. */
  readonly pairAgain: boolean;
  /** When the next attempt is due, in milliseconds since the epoch; null when nothing waits for an instant. */
  readonly nextAttemptAt: number | null;
  readonly registered: number;
  readonly parked: number;
}

/**
 * Sends what waits: first every registration in order, then the files. Only one flush runs at
 * a time in the whole browser, and everything it learns is written down before the next step,
 * so that it may be killed anywhere and done again.
 *
 * @param hurry do not wait for our own patience to end; the server's `Retry-After` still counts
 */
export function flushOutbox(server: OutboxServer, hurry: boolean): Promise<Flushed> {
  return navigator.locks.request("otklik-outbox", async () => {
    const store = await openClipStore();
    const brought = { registered: 0, parked: 0 };
    try {
      await bindUnbound(store, server.destination);
      const rest = await flush({ store, server, brought }, hurry);
      return { ...rest, ...brought };
    } finally {
      store.close();
    }
  });
}

async function flush(work: Flushing, hurry: boolean): Promise<Omit<Flushed, keyof Flushing["brought"]>> {
  const { store, server } = work;
  if ((await outboxFor(store, server.destination)).every((item) => item.state === "parked")) {
    return { pairAgain: false, nextAttemptAt: null };
  }
  const pause = await storedPause.read();
  if (pause !== null && isPaused(pause, hurry)) {
    return { pairAgain: false, nextAttemptAt: Date.parse(pause.until) };
  }
  const halt = await sendAll(work);
  if (halt?.cause === "pair-again") return { pairAgain: true, nextAttemptAt: null };
  if (halt !== null) {
    const next = await pauseOutbox(halt.cause, halt.retryAfterMs);
    return { pairAgain: false, nextAttemptAt: Date.parse(next.until) };
  }
  await storedPause.remove();
  return { pairAgain: false, nextAttemptAt: await firstRetryOf(work) };
}

async function sendAll(work: Flushing): Promise<Halt | null> {
  try {
    return (await registerWaiting(work)) ?? (await uploadFiles(work));
  } catch (error) {
    if (error instanceof ServerUnreachable) return UNREACHABLE;
    throw error;
  }
}

async function firstRetryOf({ store, server }: Flushing): Promise<number | null> {
  const instants = (await outboxFor(store, server.destination)).flatMap((item) =>
    item.state === "parked" || item.nextAttemptAt === null ? [] : [Date.parse(item.nextAttemptAt)],
  );
  return instants.length === 0 ? null : Math.min(...instants);
}
