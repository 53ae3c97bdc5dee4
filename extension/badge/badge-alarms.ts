import type { Instant } from "@otklik/shared/deadline/vocabulary";
import { browser } from "wxt/browser";

export const BADGE_REFRESH_ALARM = "badge-refresh";
export const BADGE_TURN_ALARM = "badge-turn";

export const REFRESH_MINUTES = 3;

/** Firefox forgets alarms when it is closed, so every start asks for what is missing. */
export async function ensureRefreshAlarm(): Promise<void> {
  if ((await browser.alarms.get(BADGE_REFRESH_ALARM)) !== undefined) return;
  await browser.alarms.create(BADGE_REFRESH_ALARM, {
    delayInMinutes: REFRESH_MINUTES,
    periodInMinutes: REFRESH_MINUTES,
  });
}

/** Wakes us at the very instant at which the badge says something else. */
export async function setTurnAlarm(turnAt: Instant | null): Promise<void> {
  if (turnAt === null) await browser.alarms.clear(BADGE_TURN_ALARM);
  else await browser.alarms.create(BADGE_TURN_ALARM, { when: Date.parse(turnAt) });
}
