import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { MailFilesLater } from "../mail-file/MailFilesLater";
import { sayDraft } from "../messages/draft";
import { sayShell } from "../messages/shell";
import { tell } from "../messaging/messages";
import type { Draft, DraftFile } from "../storage/database";
import { DraftEditor } from "./DraftEditor";
import { DraftTabs } from "./DraftTabs";
import { discardDraft, putDraft } from "./draft-store";
import { PickingNote } from "./PickingNote";
import { pickInActiveTab } from "./pick-in-active-tab";
import { SentNote } from "./SentNote";
import { useDrafts } from "./use-drafts";
import "./draft.css";

interface Discarded {
  readonly draft: Draft;
  readonly files: readonly DraftFile[];
}

/** The drafts of this browser, one of them open; after sending what became of it. */
export function DraftPanel({ locale }: { readonly locale: Locale }) {
  const { drafts, failure, reload } = useDrafts();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [sent, setSent] = useState<{ readonly id: string; readonly isSigned: boolean } | null>(null);
  const [discarded, setDiscarded] = useState<Discarded | null>(null);
  const newest = drafts?.[0] ?? null;
  const newestId = newest?.id ?? null;
  const newestAt = newest?.createdAt ?? "";
  const lastAt = useRef("");

  // A new clip comes to the front: the agent has just made it. One that is left when another was sent does not.
  useEffect(() => {
    if (newestId !== null && newestAt > lastAt.current) {
      lastAt.current = newestAt;
      setChosenId(newestId);
      setSent(null);
      setDiscarded(null);
    }
  }, [newestId, newestAt]);

  if (failure !== null) return <p class="error">{sayDraft(locale, "panel.failed", { reason: failure })}</p>;
  if (drafts === null) return null;
  const open = drafts.find(({ id }) => id === chosenId) ?? drafts[0];
  const bringBack = ({ draft, files }: Discarded) => {
    setDiscarded(null);
    setChosenId(draft.id);
    void putDraft(draft, files).then(reload);
  };
  return (
    <section class="drafts" aria-labelledby="draft-title">
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
      <PickingNote locale={locale} />
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
        <DraftTabs locale={locale} drafts={drafts} openId={open?.id ?? null} onOpen={setChosenId} />
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
          onDiscard={(draft) => {
            void discardDraft(draft.id).then((files) => {
              setDiscarded({ draft, files });
              return reload();
            });
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
