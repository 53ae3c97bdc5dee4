import { ensureRefreshAlarm } from "../badge/badge-alarms";
import { sendOutbox } from "../outbox/send-outbox";
import { pollPairing } from "../pairing/poll-pairing";
import { resumeGathering } from "../proof/resume-gathering";
import { refreshRegister } from "../register/refresh-register";
import { keepStorageToOurselves } from "../settings/local-item";
import { offerClipInMenus } from "./clip-menu";

/** After every start of the background, also one that only an alarm or a message caused: takes up what was left. */
export async function wake(): Promise<void> {
  await keepStorageToOurselves();
  await ensureRefreshAlarm();
  await Promise.all([sendOutbox(false).then(pollPairing), resumeGathering()]);
}

/** After installing, updating and starting the browser. */
export async function begin(): Promise<void> {
  await offerClipInMenus();
  await sendOutbox(true);
  await refreshRegister();
}

/** The choices of the person have changed: menus and badge speak and count by them. */
export async function onSettingsChanged(): Promise<void> {
  await offerClipInMenus();
  await refreshRegister();
}
