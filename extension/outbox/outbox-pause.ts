import { localItem } from "../settings/local-item";
import { backOffMs, SERVER_PACE } from "./back-off";

/** Why and until when the whole outbox waits. Stored, so that a restart does not hurry a busy server. */
export interface OutboxPause {
  /** Not before this instant. */
  readonly until: string;
  /** Failures in a row, 1 or more. */
  readonly attempts: number;
  /** `server` named the instant itself by `Retry-After`; `us` is our own patience, which a person may cut short. */
  readonly by: "server" | "us";
  /** Whether anything answered at all. */
  readonly cause: "unreachable" | "busy";
}

export const storedPause = localItem<OutboxPause>("outboxPause");

/** @param hurry there is a reason to believe that it works now: a person asks, the network is back */
export function isPaused(pause: OutboxPause | null, hurry: boolean): boolean {
  if (pause === null || (hurry && pause.by === "us")) return false;
  return Date.parse(pause.until) > Date.now();
}

/** Notes one more failure and says how long to wait. */
export async function pauseOutbox(
  cause: OutboxPause["cause"],
  retryAfterMs: number | null,
): Promise<OutboxPause> {
  const attempts = ((await storedPause.read())?.attempts ?? 0) + 1;
  const waitMs = retryAfterMs ?? backOffMs(attempts, Math.random(), SERVER_PACE);
  const pause: OutboxPause = {
    until: new Date(Date.now() + waitMs).toISOString(),
    attempts,
    by: retryAfterMs === null ? "us" : "server",
    cause,
  };
  await storedPause.write(pause);
  return pause;
}
