import { useEffect } from "preact/hooks";
import { browser } from "wxt/browser";
import { tell } from "../messaging/messages";
import { OutboxStrip } from "../outbox/OutboxStrip";
import { ConnectNotice } from "../pairing/ConnectNotice";
import { ComplaintList } from "../register/ComplaintList";
import { RegisteredOnPage } from "../registered-before/RegisteredOnPage";
import { localeOf } from "../settings/settings";
import { useDocumentLocale, useSettings } from "../settings/use-settings";
import { DraftPanel } from "./DraftPanel";
import { RescuedClips } from "./RescuedClips";

/** The side panel, in Firefox the sidebar: the draft, what waits unsent, my open complaints. */
export function SidePanel() {
  const settings = useSettings();
  const locale = settings === null ? null : localeOf(settings);
  useDocumentLocale(locale);
  useEffect(() => void tell({ type: "refresh" }), []);
  if (locale === null) return null;
  return (
    <main class="side-panel">
      <ConnectNotice locale={locale} onConnect={() => void browser.runtime.openOptionsPage()} />
      <RescuedClips locale={locale} />
      <DraftPanel locale={locale} />
      <RegisteredOnPage locale={locale} />
      <OutboxStrip locale={locale} />
      <ComplaintList locale={locale} />
    </main>
  );
}
