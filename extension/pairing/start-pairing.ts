import type { PairingStarted } from "@otklik/shared/people/account";
import { anonymousClientOf } from "../api/register-client";
import { problemIn, readAnswer, type ServerAnswer } from "../api/server-answer";
import { changeSettings, readLocale } from "../settings/settings";
import { deviceName } from "./device-name";
import { type FailedPairing, type PairingState, storedPairing, type WaitingPairing } from "./pairing-state";
import { newProofKey } from "./proof-key";

/** Asks the server for a code. The state is stored before it is returned; who approves it is another matter. */
export async function startPairing(origin: string): Promise<PairingState> {
  await changeSettings({ serverUrl: origin });
  const state = await askForCode(origin);
  await storedPairing.write(state);
  return state;
}

async function askForCode(origin: string): Promise<PairingState> {
  const { codeVerifier, codeChallenge } = await newProofKey();
  let answer: ServerAnswer;
  try {
    const client = anonymousClientOf(origin, await readLocale());
    const json = { deviceName: await deviceName(), codeChallenge };
    answer = await readAnswer(await client.api.pairings.$post({ json }));
  } catch {
    return failed(origin, "unreachable");
  }
  const problem = problemIn(answer.body);
  if (problem !== null) return { ...failed(origin, "refused-by-server"), problem };
  if (answer.status !== 201 || !isStarted(answer.body)) return failed(origin, "not-our-server");
  return waiting(origin, codeVerifier, answer.body);
}

function waiting(origin: string, codeVerifier: string, started: PairingStarted): WaitingPairing {
  const { deviceCode, userCode, verificationUrl, expiresAt, intervalSeconds } = started;
  const nextPollAt = new Date(Date.now() + intervalSeconds * 1000).toISOString();
  return {
    phase: "waiting",
    origin,
    codeVerifier,
    deviceCode,
    userCode,
    verificationUrl,
    expiresAt,
    intervalSeconds,
    nextPollAt,
  };
}

function failed(origin: string, failure: FailedPairing["failure"]): FailedPairing {
  return { phase: "failed", origin, failure, problem: null };
}

function isStarted(body: unknown): body is PairingStarted {
  if (typeof body !== "object" || body === null) return false;
  if (!("deviceCode" in body) || !("userCode" in body) || !("expiresAt" in body)) return false;
  if (!("intervalSeconds" in body) || typeof body.intervalSeconds !== "number") return false;
  return "verificationUrl" in body && /^https?:\/\//.test(String(body.verificationUrl));
}
