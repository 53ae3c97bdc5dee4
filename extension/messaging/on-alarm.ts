import { BADGE_REFRESH_ALARM, BADGE_TURN_ALARM } from "../badge/badge-alarms";
import { paintBadge } from "../badge/paint-badge";
import { OUTBOX_ALARM } from "../outbox/outbox-alarm";
import { sendOutbox } from "../outbox/send-outbox";
import { PAIRING_ALARM } from "../pairing/pairing-alarm";
import { pollPairing } from "../pairing/poll-pairing";
import { askForBadge } from "../register/refresh-register";

/** An instant has come that we asked to be woken for. */
export async function onAlarm({ name }: { readonly name: string }): Promise<void> {
  switch (name) {
    case BADGE_TURN_ALARM:
      return paintBadge();
    case BADGE_REFRESH_ALARM:
      return askForBadge();
    case OUTBOX_ALARM:
      return sendOutbox(false);
    case PAIRING_ALARM:
      return pollPairing();
  }
}
