import type { Locale } from "@otklik/shared/people/locale";
import { useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { MailFilesLater } from "../mail-file/MailFilesLater";
import { sayDraft } from "../messages/draft";
import { sayShell } from "../messages/shell";
import { tell } from "../messaging/messages";
import { forgetFailedPicking } from "../picker/picking-state";
import type { Draft, DraftFile } from "../storage/database";
import { DraftEditor } from "./DraftEditor";
import { DraftTabs } from "./DraftTabs";
import { discardDraft, putDraft } from "./draft-store";
import { nameOfDraft } from "./name-of-draft";
import { PickingNote } from "./PickingNote";
import { pickInActiveTab } from "./pick-in-active-tab";
import { SentNote } from "./SentNote";
import { useDrafts } from "./use-drafts";
import { useOpenDraft } from "./use-open-draft";
import "./draft.css";
import "./screenshot.css";
import "./draft-panel.css";
import "./post-facts.css";

interface Discarded {
  readonly draft: Draft;
  readonly files: readonly DraftFile[];
}

/** The drafts of this browser, one of them open; after sending what became of it. */
export function DraftPanel({ locale }: { readonly locale: Locale }) {
  const { drafts, failure, reload } = useDrafts();
  const [sent, setSent] = useState<{ readonly id: string; readonly isSigned: boolean } | null>(null);
  const [discarded, setDiscarded] = useState<Discarded | null>(null);
  const { open, arrived, choose, onInput } = useOpenDraft(drafts, () => {
    setSent(null);
    setDiscarded(null);
    void forgetFailedPicking();
  });

  if (failure !== null) return <p class="error">{sayDraft(locale, "panel.failed", { reason: failure })}</p>;
  if (drafts === null) return null;
  const bringBack = ({ draft, files }: Discarded) => {
    setDiscarded(null);
    choose(draft.id);
    void putDraft(draft, files).then(reload);
  };
  return (
    <section class="drafts" aria-labelledby="draft-title" onInput={onInput}>
      <header>
        <h1 id="draft-title">{sayDraft(locale, "panel.title")}</h1>
        <div class="tools">
          <button type="button" onClick={() => void clipActiveTab()}>
            {sayDraft(locale, "panel.clip")}
          </button>
          <button
            type="button"
            title={sayShell(locale, "pick.hint")}
            onClick={() => void pickInActiveTab(null)}
          >
            {sayShell(locale, "pick")}
          </button>
        </div>
      </header>
      <MailFilesLater locale={locale} openId={sent === null ? (open?.id ?? null) : null} />
      <PickingNote locale={locale} openId={open?.id ?? null} />
      <div role="status" class="arrived">
        {arrived !== null && (
          <p>
            {sayDraft(locale, "panel.arrived")} <bdi>{nameOfDraft(arrived)}</bdi>{" "}
            <button
              type="button"
              onClick={() => {
                setSent(null);
                setDiscarded(null);
                choose(arrived.id);
              }}
            >
              {sayDraft(locale, "panel.openArrived")}
            </button>
          </p>
        )}
      </div>
      {discarded !== null && (
        <p class="discarded" role="status">
          {sayDraft(locale, "panel.discarded")}{" "}
          <button type="button" class="link" onClick={() => bringBack(discarded)}>
            {sayDraft(locale, "panel.undoDiscard")}
          </button>
        </p>
      )}
      {sent !== null && <SentNote locale={locale} {...sent} onNext={() => setSent(null)} />}
      {sent === null && drafts.length > 1 && (
        <DraftTabs locale={locale} drafts={drafts} openId={open?.id ?? null} onOpen={choose} />
      )}
      {sent === null && open === undefined && <p class="hint">{sayDraft(locale, "panel.empty")}</p>}
      {sent === null && open !== undefined && (
        <DraftEditor
          key={open.id}
          locale={locale}
          stored={open}
          onSent={(id, isSigned) => {
            setSent({ id, isSigned });
            setDiscarded(null);
            void reload();
          }}
          onDiscard={async (draft) => {
            const files = await discardDraft(draft.id);
            setDiscarded({ draft, files });
            await reload();
          }}
        />
      )}
    </section>
  );
}

/** The panel has no gesture of its own on the page: the background clips with what the last one granted. */
async function clipActiveTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await tell({ type: "clip-tab", tabId: tab.id, trigger: "panel" });
}
