import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { clipByShortcut, clipFromMenu } from "../messaging/clip-gestures";
import { onAlarm } from "../messaging/on-alarm";
import { onMessage } from "../messaging/on-message";
import { begin, onSettingsChanged, wake } from "../messaging/wake";
import { sendOutbox } from "../outbox/send-outbox";
import { storedSettings } from "../settings/settings";

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(() => void begin());
  browser.runtime.onStartup.addListener(() => void begin());
  browser.runtime.onMessage.addListener(onMessage);
  browser.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm));
  browser.contextMenus.onClicked.addListener(clipFromMenu);
  browser.commands.onCommand.addListener(clipByShortcut);
  browser.notifications.onClicked.addListener(() => browser.action.openPopup().catch(() => undefined));
  storedSettings.watch(() => void onSettingsChanged());
  globalThis.addEventListener("online", () => void sendOutbox(true));
  void wake();
});
