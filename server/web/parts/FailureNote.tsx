import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";
import { sayFailure } from "./say-failure";

interface FailureNoteProps {
  readonly failure: Failure;
  /** What was being done, when the failure alone does not tell. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says what happened, what is kept and what to do. */
export function FailureNote({ failure, title, onRetry }: FailureNoteProps) {
  const locale = useLocale();
  const said = sayFailure(locale, failure);
  const requestId = failure.kind === "refused" && failure.problem.status >= 500 && failure.problem.requestId;
  return (
    <div class="note note-failure" role="alert">
      <p class="note-title">{title ?? said.title}</p>
      {title !== undefined && <p>{said.title}.</p>}
      <p>{said.detail}</p>
      {requestId && <p class="muted">{sayDesk(locale, "failure.requestId", { requestId })}</p>}
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {sayDesk(locale, "failure.retry")}
        </button>
      )}
    </div>
  );
}
