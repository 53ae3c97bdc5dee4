import { rejectConnection, usableConnection } from "../api/connection";
import { paintBadge } from "../badge/paint-badge";
import { tell } from "../messaging/messages";
import { refreshRegister } from "../register/refresh-register";
import { readLocale } from "../settings/settings";
import { openClipStore } from "../storage/database";
import { connectedServer } from "./connected-server";
import { flushOutbox } from "./flush-outbox";
import { notifyParked } from "./notify-parked";
import { setAttemptAlarm, setRescueAlarm } from "./outbox-alarm";
import { changeItem, outboxInOrder } from "./outbox-store";

/**
 * Sends what waits and tells the person by badge, pages and notice. Runs in the background only.
 *
 * @param hurry do not wait for our own patience to end
 */
export async function sendOutbox(hurry: boolean): Promise<void> {
  const connection = await usableConnection();
  if (connection === null) {
    await paintBadge();
    return;
  }
  await setRescueAlarm();
  const flushed = await flushOutbox(connectedServer(connection, await readLocale()), hurry);
  await setAttemptAlarm(flushed.nextAttemptAt, () => void sendOutbox(false));
  if (flushed.pairAgain) await rejectConnection(connection.token);
  await tell({ type: "outbox-changed" });
  if (flushed.parked > 0) await notifyParked(flushed.parked);
  if (flushed.registered > 0) await refreshRegister();
  else await paintBadge();
}

/** The person asks to try now: also what waits on its own account. */
export async function sendNow(): Promise<void> {
  const store = await openClipStore();
  for (const { id, nextAttemptAt } of await outboxInOrder(store)) {
    if (nextAttemptAt !== null) await changeItem(store, id, { nextAttemptAt: null });
  }
  store.close();
  await sendOutbox(true);
}
