import type { Complaint } from "@otklik/shared/complaint/complaint";
import { LIMITS } from "@otklik/shared/complaint/limits";
import type { ExtensionDecision as Decision, TermExtension } from "@otklik/shared/complaint/term-changes";
import { useSession } from "../../entry/Session";
import { sayDates } from "../../messages/dates/index";
import { FailureNote } from "../../parts/FailureNote";
import { LongField } from "../../parts/LongField";
import { useDraft } from "../../parts/use-draft";
import { useLocale } from "../../preferences/Preferences";
import { useChange } from "./use-change";

interface ExtensionDecisionProps {
  readonly extension: TermExtension;
  readonly complaint: Complaint;
  readonly now: Date;
  readonly onChanged: (complaint: Complaint) => void;
  readonly onOutdated: () => Promise<void>;
}

/** The chair's yes or no to a later date, with a comment where one is wanted. */
export function ExtensionDecision({ extension, complaint, ...rest }: ExtensionDecisionProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const { isBusy, failure, send } = useChange({ complaint, onClose: () => undefined, ...rest });
  const [comment, setComment, forget] = useDraft(`${complaint.id}.decision.${extension.position}`);

  const decide = (decision: Decision) =>
    send(
      () =>
        ask(({ api }) =>
          api.complaints[":id"].extensions[":position"].decision.$post({
            param: { id: complaint.id, position: String(extension.position) },
            json: { decision, comment: comment.trim() === "" ? null : comment.trim() },
          }),
        ),
      () => {
        forget();
        return sayDates(locale, `event.extension_${decision}`);
      },
    );

  return (
    <form class="change" onSubmit={(event) => event.preventDefault()}>
      <LongField
        label={sayDates(locale, "extension.comment")}
        name="comment"
        value={comment}
        onInput={setComment}
        required={false}
        maxLength={LIMITS.reasonLength}
        hint={sayDates(locale, "extension.comment.hint")}
      />
      {failure && <FailureNote failure={failure} />}
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={isBusy}
          onClick={() => void decide("approved")}
        >
          {sayDates(locale, isBusy ? "change.busy" : "extension.approve")}
        </button>
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void decide("refused")}>
          {sayDates(locale, "extension.refuse")}
        </button>
      </div>
    </form>
  );
}
