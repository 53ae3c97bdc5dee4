import type { BadgeSnapshot } from "@otklik/shared/badge/badge-snapshot";
import { type Connection, isStillPaired, rejectConnection } from "../api/connection";
import { clientOf } from "../api/register-client";
import { problemIn, readAnswer, type ServerAnswer } from "../api/server-answer";
import { localeOf, readSettings } from "../settings/settings";
import { NO_BADGE, storedBadge } from "./badge-copy";

/**
 * Asks the server for the badge. A failure is noted beside what is known, which stays.
 *
 * @returns whether something in the register has changed since the last answer
 */
export async function refreshBadge(connection: Connection): Promise<boolean> {
  const settings = await readSettings();
  const before = (await storedBadge.read()) ?? NO_BADGE;
  const isSameWindow = before.snapshot?.window === settings.badgeWindow;
  let answer: ServerAnswer;
  let etag: string | null;
  try {
    const client = clientOf(connection, localeOf(settings));
    const response = await client.api.badge.$get(
      { query: { window: settings.badgeWindow } },
      before.etag !== null && isSameWindow ? { headers: { "If-None-Match": before.etag } } : {},
    );
    etag = response.headers.get("ETag");
    answer = await readAnswer(response);
  } catch {
    await noteFailure(connection);
    return false;
  }
  const confirmedAt = new Date(Date.now()).toISOString();
  if (!(await isStillPaired(connection))) return false;
  if (answer.status === 200 && isSnapshot(answer.body)) {
    await storedBadge.write({ snapshot: answer.body, etag, confirmedAt, failingSince: null });
    return true;
  }
  if (answer.status === 304) {
    // Another answer may have come meanwhile: that one is newer than what is confirmed here.
    const now = (await storedBadge.read()) ?? NO_BADGE;
    if (now.etag === before.etag) await storedBadge.write({ ...now, confirmedAt, failingSince: null });
  } else {
    if (answer.status === 401 && problemIn(answer.body) !== null) await rejectConnection(connection.token);
    await noteFailure(connection);
  }
  return false;
}

/** Beside what is known by now, which stays. */
async function noteFailure(connection: Connection): Promise<void> {
  if (!(await isStillPaired(connection))) return;
  const now = (await storedBadge.read()) ?? NO_BADGE;
  const failingSince = now.failingSince ?? new Date(Date.now()).toISOString();
  await storedBadge.write({ ...now, failingSince });
}

function isSnapshot(body: unknown): body is BadgeSnapshot {
  if (typeof body !== "object" || body === null) return false;
  if (!("asOf" in body) || !("zone" in body) || !("dayEndsAt" in body)) return false;
  return "mine" in body && "organisation" in body;
}
