import { PAIRING_SLOW_DOWN_SECONDS } from "@otklik/shared/people/pairing-pace";
import { problemIn, type ServerAnswer } from "../api/server-answer";
import type { PairingState, WaitingPairing } from "./pairing-state";

/** A server that is not reached is asked half as often each time, but no more seldom than so. */
const LONGEST_INTERVAL_SECONDS = 30;

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
  const isOver = code === "pairing-expired" || code === "pairing-invalid";
  if (isOver || Date.parse(pairing.expiresAt) <= now) return ended(pairing, "pairing-expired");
  const intervalSeconds = nextInterval(pairing.intervalSeconds, answer, code);
  const waitMs = Math.max(intervalSeconds * 1000, answer?.retryAfterMs ?? 0);
  const nextPollAt = new Date(now + waitMs).toISOString();
  return { outcome: "goes-on", state: { ...pairing, intervalSeconds, nextPollAt } };
}

/** Longer after every question that came too early and after every one that reached nobody (RFC 8628, 3.5). */
function nextInterval(seconds: number, answer: ServerAnswer | null, code: string | undefined): number {
  if (answer === null) return Math.max(seconds, Math.min(seconds * 2, LONGEST_INTERVAL_SECONDS));
  return code === "pairing-too-fast" ? seconds + PAIRING_SLOW_DOWN_SECONDS : seconds;
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
