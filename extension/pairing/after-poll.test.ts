import { expect, it } from "vitest";
import { problemOf } from "../../tests/support/outbox-samples";
import type { ServerAnswer } from "../api/server-answer";
import { afterPoll } from "./after-poll";
import type { WaitingPairing } from "./pairing-state";

const NOW = Date.parse("2026-12-02T09:00:00Z");
const MS = 1000;

const pairing: WaitingPairing = {
  phase: "waiting",
  origin: "https://register.example",
  deviceCode: "device-code",
  codeVerifier: "verifier",
  userCode: "BCDF-GHJK",
  verificationUrl: "https://register.example/pair?code=BCDF-GHJK",
  expiresAt: new Date(NOW + 600 * MS).toISOString(),
  intervalSeconds: 3,
  nextPollAt: new Date(NOW).toISOString(),
};

const refusal = (
  code: Parameters<typeof problemOf>[0],
  retryAfterMs: number | null = null,
): ServerAnswer => ({
  status: 400,
  body: problemOf(code),
  retryAfterMs,
});

it.each<[string, ServerAnswer | null, number, number]>([
  ["nobody has approved yet", refusal("pairing-waiting"), 3, 3],
  ["too fast: five seconds longer from now on", refusal("pairing-too-fast"), 8, 8],
  ["the server asks for more patience this time", refusal("pairing-waiting", 20 * MS), 3, 20],
  ["the server is not reached: half as often from now on", null, 6, 6],
  ["something else answers", { status: 502, body: null, retryAfterMs: null }, 3, 3],
  ["success without a token", { status: 200, body: {}, retryAfterMs: null }, 3, 3],
])("goes on when %s", (_what, answer, intervalSeconds, waitSeconds) => {
  const nextPollAt = new Date(NOW + waitSeconds * MS).toISOString();
  expect(afterPoll(pairing, answer, NOW)).toEqual({
    outcome: "goes-on",
    state: { ...pairing, intervalSeconds, nextPollAt },
  });
});

it.each<[string, ServerAnswer | null, number, string]>([
  ["it was refused at the desk", refusal("pairing-refused"), NOW, "pairing-refused"],
  ["the server says that the code has run out", refusal("pairing-expired"), NOW, "pairing-expired"],
  ["the server knows no such code of ours", refusal("pairing-invalid"), NOW, "pairing-expired"],
  ["the code has run out unreached", null, NOW + 600 * MS, "pairing-expired"],
])("ends when %s", (_what, answer, now, failure) => {
  expect(afterPoll(pairing, answer, now)).toEqual({
    outcome: "ended",
    state: { phase: "failed", origin: pairing.origin, failure, problem: null },
  });
});

it.each([
  [15, 30],
  [16, 30],
  [30, 30],
  [33, 33],
])("asks a server that is not reached every %i seconds, then every %i", (intervalSeconds, next) => {
  const { outcome, ...after } = afterPoll({ ...pairing, intervalSeconds }, null, NOW);
  expect([outcome, after]).toMatchObject(["goes-on", { state: { intervalSeconds: next } }]);
});

it("goes on up to the last moment of the code", () => {
  expect(afterPoll(pairing, null, NOW + 600 * MS - 1).outcome).toBe("goes-on");
});

it("is paired by a token, also at the last moment", () => {
  const answer = { status: 200, body: { token: "org.secret", deviceId: "device" }, retryAfterMs: null };
  expect(afterPoll(pairing, answer, NOW + 600 * MS)).toEqual({
    outcome: "paired",
    token: "org.secret",
    deviceId: "device",
  });
});
