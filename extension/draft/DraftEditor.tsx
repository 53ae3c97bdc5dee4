import type { FieldProblem } from "@otklik/shared/field-problems";
import { sayClipFieldProblem } from "@otklik/shared/messages/clip-problems/index";
import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useRef, useState } from "preact/hooks";
import { sayDraft } from "../messages/draft";
import { sayBefore } from "../messages/registered-before";
import { sayShell } from "../messages/shell";
import { EvidenceSection } from "../proof/EvidenceSection";
import { JoinNote } from "../registered-before/JoinNote";
import { RegisteredBefore } from "../registered-before/RegisteredBefore";
import { useRegisteredBefore } from "../registered-before/use-registered-before";
import type { Draft, JoinedComplaint } from "../storage/database";
import { saveJsonFile } from "../storage/save-file";
import { ClipFields } from "./ClipFields";
import { DuePreview } from "./DuePreview";
import type { FieldProps } from "./field-props";
import { JudgementFields } from "./JudgementFields";
import { sendDraft } from "./send-draft";
import { useDraftEditing } from "./use-draft-editing";

interface Props {
  readonly locale: Locale;
  readonly stored: Draft;
  readonly onSent: (id: string, isSigned: boolean) => void;
  /** @throws what the database says when it does not let go of the draft */
  readonly onDiscard: (draft: Draft) => Promise<void>;
}

/** One draft: what was captured, what the agent judges, the screenshot, the due date, one main button. */
export function DraftEditor({ locale, stored, onSent, onDiscard }: Props) {
  const { draft, change, flush, failure: unsaved } = useDraftEditing(stored);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [undiscarded, setUndiscarded] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const before = useRegisteredBefore(draft);
  const form = useRef<HTMLFormElement>(null);

  const send = async (addTo: JoinedComplaint | null = draft.addTo ?? null) => {
    if (isSending) return;
    setSending(true);
    setFailure(null);
    setHeld(false);
    try {
      await flush();
      if (addTo === null && !(await before.isAllTold())) return setHeld(true);
      const result = await sendDraft(draft, addTo);
      if (result.sent) return onSent(result.id, result.isSigned);
      setProblems(result.problems);
    } catch (error) {
      setFailure(String(error));
    } finally {
      setSending(false);
    }
  };

  const discard = async () => {
    setUndiscarded(null);
    try {
      // What cannot be saved is not wanted any more; the panel keeps it for bringing it back.
      await flush().catch(() => undefined);
      await onDiscard(draft);
    } catch (error) {
      setUndiscarded(String(error));
    }
  };

  useEffect(() => {
    if (problems.length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);

  const errorAt = (path: string) => {
    const problem = problems.find((one) => one.path === path);
    return problem === undefined ? undefined : sentence(locale, sayClipFieldProblem(locale, problem));
  };
  const fields: FieldProps = { locale, draft, change, errorAt };
  const elsewhere = problems.filter(({ path }) => !SHOWN_AT_FIELD.test(path));
  return (
    <form
      ref={form}
      class="draft"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        }
      }}
    >
      {draft.notes.length > 0 && (
        <div role="status">
          <ul class="notes">
            {draft.notes.map((note) => (
              <li key={note}>{sayDraft(locale, `note.${note}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <JoinNote locale={locale} draft={draft} onTurn={(addTo) => change((now) => ({ ...now, addTo }))} />
      <RegisteredBefore
        locale={locale}
        draft={draft}
        lookup={before.lookup}
        isSending={isSending}
        onAdd={(complaint) => void send(complaint)}
      />
      <ClipFields {...fields} />
      <JudgementFields {...fields} />
      <EvidenceSection {...fields} />
      <DuePreview locale={locale} draft={draft} />
      <div class="send">
        <div role="alert">
          {problems.length > 0 && (
            <p class="error">{sayDraft(locale, "send.errors", { count: problems.length })}</p>
          )}
          {elsewhere.map((problem) => (
            <p key={problem.path} class="error">
              {sentence(locale, sayClipFieldProblem(locale, problem))}
            </p>
          ))}
          {isHeld && <p class="error">{sayBefore(locale, "held")}</p>}
          {failure !== null && <p class="error">{sayDraft(locale, "send.failed", { reason: failure })}</p>}
          {undiscarded !== null && (
            <p class="error">{sayDraft(locale, "discard.failed", { reason: undiscarded })}</p>
          )}
          {unsaved !== null && (
            <p class="error" role="alert">
              {sayDraft(locale, "save.failed", { reason: unsaved })}{" "}
              <button type="button" onClick={() => saveJsonFile(`otklik-${draft.id}.json`, draft.request)}>
                {sayShell(locale, "rescued.save")}
              </button>
            </p>
          )}
        </div>
        <button type="submit" class="main" title={sayDraft(locale, "send.hint")} disabled={isSending}>
          {sayDraft(locale, isSending ? "send.sending" : "send")}
        </button>
        <button type="button" onClick={() => void discard()}>
          {sayDraft(locale, "discard")}
        </button>
      </div>
    </form>
  );
}

/** A clause as a sentence of its own. */
function sentence(locale: Locale, clause: string): string {
  return `${clause.charAt(0).toLocaleUpperCase(locale)}${clause.slice(1)}.`;
}

/** Paths whose problem stands beside the field; any other is told at the button. */
const SHOWN_AT_FIELD =
  /^(clip\.(narrative|subject|more\.\d+\.narrative|rating\.(value|max)|permalink|author\.(name|handle|profileUrl)|postedAt\.(at|raw)|page\.(title|url))|remedySought|topicId)$/;
