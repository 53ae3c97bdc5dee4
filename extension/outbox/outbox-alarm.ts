import { browser } from "wxt/browser";

export const OUTBOX_ALARM = "outbox";

/** Below this a living background waits by itself: alarms of an installed extension are half a minute apart at least. */
const SHORT_WAIT_MS = 25_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Set before the network is touched: if we are killed meanwhile, it is tried again. */
export async function setRescueAlarm(): Promise<void> {
  await browser.alarms.create(OUTBOX_ALARM, { delayInMinutes: 1 });
}

/**
 * Wakes us for the next attempt.
 *
 * @param at milliseconds since the epoch; null when nothing waits for an instant
 * @param send called too when the wait is short and we are still alive then
 */
export async function setAttemptAlarm(at: number | null, send: () => void): Promise<void> {
  clearTimeout(timer);
  if (at === null) {
    await browser.alarms.clear(OUTBOX_ALARM);
    return;
  }
  await browser.alarms.create(OUTBOX_ALARM, { when: at });
  const waitMs = at - Date.now();
  if (waitMs < SHORT_WAIT_MS) timer = setTimeout(send, Math.max(0, waitMs));
}
