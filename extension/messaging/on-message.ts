import type { Browser } from "wxt/browser";
import { sendNow, sendOutbox } from "../outbox/send-outbox";
import { pollPairing } from "../pairing/poll-pairing";
import { actOnPicker, onPicked, pickOnTab } from "../picker/pick-on-tab";
import { resumeGathering } from "../proof/resume-gathering";
import { refreshRegister } from "../register/refresh-register";
import { clipTabOf } from "./clip-gestures";
import { isFromOwnPage, readMessage, tabOfPicked } from "./messages";

/**
 * What a page of ours asks of the background. Of our own script inside a page one word is heard, "picked"; anything
 * else is not.
 */
export function onMessage(value: unknown, sender: Browser.runtime.MessageSender): void {
  const picked = tabOfPicked(value, sender);
  if (picked !== null) void onPicked(picked);
  const message = isFromOwnPage(sender) ? readMessage(value) : null;
  switch (message?.type) {
    case "clip-tab":
      void clipTabOf(message.tabId, message.trigger);
      break;
    case "pick-on-tab":
      void pickOnTab(message.tabId, { draftId: message.draftId, adds: message.draftId !== null });
      break;
    case "picker-key":
      void actOnPicker(message.action);
      break;
    case "outbox-changed":
      void sendOutbox(true);
      break;
    case "resume-gathering":
      void resumeGathering();
      break;
    case "send-now":
      void sendNow();
      break;
    case "refresh":
      void refreshRegister();
      break;
    case "pairing-started":
      void pollPairing();
      break;
  }
}
