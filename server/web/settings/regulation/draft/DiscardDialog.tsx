import type { Failure } from "../../../api/outcome";
import { sayDesk } from "../../../messages/index";
import { sayRegulation } from "../../../messages/regulation/index";
import { Dialog } from "../../../parts/Dialog";
import { FailureNote } from "../../../parts/FailureNote";
import { useLocale } from "../../../preferences/Preferences";

interface DiscardDialogProps {
  readonly before: string;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Says that discarding cannot be taken back, and that it is everybody's draft. */
export function DiscardDialog({ before, isBusy, failure, onDiscard, onClose }: DiscardDialogProps) {
  const locale = useLocale();
  return (
    <Dialog title={sayRegulation(locale, "draft.discard")} onClose={onClose}>
      {failure && <FailureNote failure={failure} />}
      <p>{sayRegulation(locale, "draft.discard.confirm", { before })}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={isBusy}
          onClick={() => !isBusy && onDiscard()}
        >
          {sayRegulation(locale, "draft.discard")}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {sayDesk(locale, "cancel")}
        </button>
      </div>
    </Dialog>
  );
}
