import { browser } from "wxt/browser";
import { sayShell } from "../messages/shell";
import { localeOf, readSettings } from "../settings/settings";

const NOTICE = "outbox-parked";

/** Tells that clips were not accepted, where no page of ours shows it already and the person wants to be told. */
export async function notifyParked(count: number): Promise<void> {
  const settings = await readSettings();
  if (!settings.notifyParked || (await isLookedAt())) return;
  const locale = localeOf(settings);
  await browser.notifications.create(NOTICE, {
    type: "basic",
    iconUrl: "/icon/128.png",
    title: sayShell(locale, "notice.title"),
    message: sayShell(locale, "notice.parked", { count }),
  });
}

async function isLookedAt(): Promise<boolean> {
  // Older browsers do not tell; then being told twice is better than not at all.
  const contexts = await browser.runtime.getContexts?.({ contextTypes: ["POPUP", "SIDE_PANEL"] });
  return contexts !== undefined && contexts.length > 0;
}
