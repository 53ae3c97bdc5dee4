import type { Browser } from "wxt/browser";
import { sendNow, sendOutbox } from "../outbox/send-outbox";
import { pollPairing } from "../pairing/poll-pairing";
import { refreshRegister } from "../register/refresh-register";
import { clipTabOf } from "./clip-gestures";
import { isFromOwnPage, readMessage } from "./messages";

/** What a page asks of the background. Anything else, also from our own script inside a page, is not heard. */
export function onMessage(value: unknown, sender: Browser.runtime.MessageSender): void {
  const message = isFromOwnPage(sender) ? readMessage(value) : null;
  switch (message?.type) {
    case "clip-tab":
      void clipTabOf(message.tabId, message.trigger);
      break;
    case "outbox-changed":
      void sendOutbox(true);
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
