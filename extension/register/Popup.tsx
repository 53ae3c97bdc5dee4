import { useEffect, useState } from "preact/hooks";
import { type Browser, browser } from "wxt/browser";
import { storedConnection } from "../api/connection";
import { RescuedClips } from "../draft/RescuedClips";
import { MailFilesLater } from "../mail-file/MailFilesLater";
import { sayShell } from "../messages/shell";
import { type ExtensionMessage, tell } from "../messaging/messages";
import { openPanel } from "../messaging/open-panel";
import { OutboxStrip } from "../outbox/OutboxStrip";
import { ConnectNotice } from "../pairing/ConnectNotice";
import { localeOf } from "../settings/settings";
import { useLocalItem } from "../settings/use-local-item";
import { useDocumentLocale, useSettings } from "../settings/use-settings";
import { BadgeSentence } from "./BadgeSentence";
import { ComplaintList } from "./ComplaintList";
import { UnsentDrafts } from "./UnsentDrafts";
import "./popup.css";

/** The toolbar's popup: what is due, the button that clips, what waits, my complaints. */
export function Popup() {
  const settings = useSettings();
  const connection = useLocalItem(storedConnection);
  const tab = useActiveTab();
  const locale = settings === null ? null : localeOf(settings);
  useDocumentLocale(locale);
  useEffect(() => void tell({ type: "refresh" }), []);
  if (settings === null || locale === null || connection === undefined) return null;
  const isConnected = connection !== null && connection.rejectedAt === null;
  return (
    <main class="popup">
      <header>
        {connection === null ? (
          <h1>{sayShell(locale, "name")}</h1>
        ) : (
          <BadgeSentence locale={locale} scope={settings.badgeScope} isRejected={!isConnected} />
        )}
        <button type="button" class="quiet" onClick={openOptions}>
          {sayShell(locale, "options")}
        </button>
      </header>
      <ConnectNotice locale={locale} onConnect={openOptions} />
      <RescuedClips locale={locale} />
      <div class="clip-buttons">
        <button
          type="button"
          class={isConnected ? "clip main" : "clip"}
          title={sayShell(locale, "clip.hint")}
          disabled={tab === null}
          onClick={() => ask(tab, (tabId) => ({ type: "clip-tab", tabId, trigger: "popup" }))}
        >
          {sayShell(locale, "clip")}
        </button>
        <button
          type="button"
          class="clip"
          title={sayShell(locale, "pick.hint")}
          disabled={tab === null}
          onClick={() => ask(tab, (tabId) => ({ type: "pick-on-tab", tabId, draftId: null }))}
        >
          {sayShell(locale, "pick")}
        </button>
      </div>
      <UnsentDrafts locale={locale} windowId={tab?.windowId ?? null} />
      <OutboxStrip locale={locale} />
      <ComplaintList locale={locale} saysAge={!isConnected} />
      <MailFilesLater locale={locale} onChoose={() => showPanel(tab)} />
    </main>
  );
}

/** Opens the panel while the click still counts as a gesture; capture and picker are the background's. */
function ask(tab: Browser.tabs.Tab | null, message: (tabId: number) => ExtensionMessage): void {
  if (tab?.id === undefined) return;
  const opening = openPanel(tab.windowId);
  const asking = tell(message(tab.id));
  void Promise.all([opening, asking]).then(() => window.close());
}

/** The window in which a file is chosen would close the popup, and with it what was chosen. */
function showPanel(tab: Browser.tabs.Tab | null): void {
  if (tab !== null) void openPanel(tab.windowId).then(() => window.close());
}

function openOptions(): void {
  void browser.runtime.openOptionsPage().then(() => window.close());
}

function useActiveTab(): Browser.tabs.Tab | null {
  const [tab, setTab] = useState<Browser.tabs.Tab | null>(null);
  useEffect(() => {
    void browser.tabs.query({ active: true, currentWindow: true }).then(([active]) => setTab(active ?? null));
  }, []);
  return tab;
}
