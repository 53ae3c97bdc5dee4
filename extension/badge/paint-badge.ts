import { nextTurnAt } from "@otklik/shared/badge/badge-at";
import { browser } from "wxt/browser";
import { storedConnection } from "../api/connection";
import { destinationOf } from "../outbox/destination";
import { outboxInOrder } from "../outbox/outbox-store";
import { unsentIn } from "../outbox/unsent";
import { localeOf, readSettings } from "../settings/settings";
import { openClipStore } from "../storage/database";
import { setTurnAlarm } from "./badge-alarms";
import { NO_BADGE, storedBadge } from "./badge-copy";
import { badgeFace } from "./badge-face";

/** Paints the badge by what lies in storage, and sets the alarm for its next turn. Needs no network. */
export async function paintBadge(): Promise<void> {
  const settings = await readSettings();
  const copy = (await storedBadge.read()) ?? NO_BADGE;
  const connection = await storedConnection.read();
  const state = connection === null ? "none" : connection.rejectedAt === null ? "connected" : "rejected";
  const unsent = unsentIn(
    await readOutbox(),
    connection?.rejectedAt === null ? destinationOf(connection) : null,
  );
  const now = new Date(Date.now());
  const facts = { copy, connection: state, unsent, scope: settings.badgeScope } as const;
  const face = badgeFace(facts, now, localeOf(settings));
  await browser.action.setBadgeText({ text: face.text });
  await browser.action.setBadgeBackgroundColor({ color: face.colour });
  await browser.action.setBadgeTextColor({ color: "#ffffff" });
  await browser.action.setTitle({ title: face.title });
  const isCounted = state !== "none" && copy.snapshot !== null;
  await setTurnAlarm(isCounted ? nextTurnAt(copy.snapshot, now, settings.badgeScope) : null);
}

async function readOutbox() {
  const store = await openClipStore();
  try {
    return await outboxInOrder(store);
  } finally {
    store.close();
  }
}
