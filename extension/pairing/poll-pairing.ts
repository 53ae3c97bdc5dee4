import { browser } from "wxt/browser";
import { storedConnection } from "../api/connection";
import { anonymousClientOf } from "../api/register-client";
import { readAnswer, type ServerAnswer } from "../api/server-answer";
import { storedPause } from "../outbox/outbox-pause";
import { sendOutbox } from "../outbox/send-outbox";
import { refreshRegister } from "../register/refresh-register";
import { readLocale } from "../settings/settings";
import { afterPoll } from "./after-poll";
import { forgetCopies } from "./forget-copies";
import { PAIRING_ALARM } from "./pairing-alarm";
import { storedPairing, type WaitingPairing } from "./pairing-state";

let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks whether the person has approved, if it is time to, and goes on until it is decided. Runs in the background only. */
export async function pollPairing(): Promise<void> {
  const isPaired = await navigator.locks.request("otklik-pairing", pollOnce);
  if (!isPaired) return;
  await refreshRegister();
  await sendOutbox(true);
}

async function pollOnce(): Promise<boolean> {
  const pairing = await storedPairing.read();
  clearTimeout(timer);
  if (pairing?.phase !== "waiting") {
    await browser.alarms.clear(PAIRING_ALARM);
    return false;
  }
  if (Date.parse(pairing.nextPollAt) > Date.now()) {
    await askAgainAt(Date.parse(pairing.nextPollAt));
    return false;
  }
  const answer = await askForToken(pairing);
  // Given up, or begun anew, while we asked.
  const current = await storedPairing.read();
  if (current?.phase !== "waiting" || current.deviceCode !== pairing.deviceCode) return false;
  const after = afterPoll(pairing, answer, Date.now());
  if (after.outcome === "paired") {
    await connect(pairing.origin, after.token, after.deviceId);
    return true;
  }
  await storedPairing.write(after.state);
  if (after.state.phase === "waiting") await askAgainAt(Date.parse(after.state.nextPollAt));
  else await browser.alarms.clear(PAIRING_ALARM);
  return false;
}

async function askForToken({
  origin,
  deviceCode,
  codeVerifier,
}: WaitingPairing): Promise<ServerAnswer | null> {
  try {
    const client = anonymousClientOf(origin, await readLocale());
    return await readAnswer(await client.api.pairings.token.$post({ json: { deviceCode, codeVerifier } }));
  } catch {
    return null;
  }
}

async function connect(origin: string, token: string, deviceId: string): Promise<void> {
  await forgetCopies();
  const pairedAt = new Date(Date.now()).toISOString();
  await storedConnection.write({ origin, token, deviceId, pairedAt, rejectedAt: null });
  await storedPairing.remove();
  await storedPause.remove();
  await browser.alarms.clear(PAIRING_ALARM);
}

/** The timer keeps to the interval while we live, the alarm takes over when the background is ended. */
async function askAgainAt(at: number): Promise<void> {
  await browser.alarms.create(PAIRING_ALARM, { when: Math.max(at, Date.now() + 30_000) });
  timer = setTimeout(() => void pollPairing(), Math.max(0, at - Date.now()));
}
