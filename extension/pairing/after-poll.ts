import { problemIn, type ServerAnswer } from "../api/server-answer";
import type { PairingState, WaitingPairing } from "./pairing-state";

/** Too fast: from now on five seconds longer between two polls (RFC 8628, 3.5). */
const SLOWER_BY_SECONDS = 5;

export type AfterPoll =
  | { readonly outcome: "goes-on" | "ended"; readonly state: PairingState }
  | { readonly outcome: "paired"; readonly token: string; readonly deviceId: string };

/**
 * What becomes of a pairing after one poll.
 *
 * @param answer null when the server was not reached: it may come back before the code runs out
 * @param now milliseconds since the epoch
 */
export function afterPoll(pairing: WaitingPairing, answer: ServerAnswer | null, now: number): AfterPoll {
  if (answer?.status === 200) {
    const issued = tokenIn(answer.body);
    if (issued !== null) return { outcome: "paired", ...issued };
  }
  const code = problemIn(answer?.body)?.code;
  if (code === "pairing-refused") return ended(pairing, code);
  if (code === "pairing-expired" || Date.parse(pairing.expiresAt) <= now)
    return ended(pairing, "pairing-expired");
  const slower = code === "pairing-too-fast" ? SLOWER_BY_SECONDS : 0;
  const intervalSeconds = pairing.intervalSeconds + slower;
  const waitMs = Math.max(intervalSeconds * 1000, answer?.retryAfterMs ?? 0);
  const nextPollAt = new Date(now + waitMs).toISOString();
  return { outcome: "goes-on", state: { ...pairing, intervalSeconds, nextPollAt } };
}

function ended(pairing: WaitingPairing, failure: "pairing-expired" | "pairing-refused"): AfterPoll {
  return { outcome: "ended", state: { phase: "failed", origin: pairing.origin, failure, problem: null } };
}

function tokenIn(body: unknown): { token: string; deviceId: string } | null {
  if (typeof body !== "object" || body === null) return null;
  if (!("token" in body) || typeof body.token !== "string") return null;
  if (!("deviceId" in body) || typeof body.deviceId !== "string") return null;
  return { token: body.token, deviceId: body.deviceId };
}
