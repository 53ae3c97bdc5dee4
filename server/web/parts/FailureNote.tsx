import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

interface FailureNoteProps {
  readonly failure: Failure;
  /** What was being done, when the failure alone does not tell. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** Says what happened, what is kept and what to do. */
export function FailureNote({ failure, title, onRetry }: FailureNoteProps) {
  const locale = useLocale();
  const problem = failure.kind === "refused" ? failure.problem : null;
  const what = problem?.title ?? sayDesk(locale, "failure.unreachable");
  return (
    <div class="note note-failure" role="alert">
      <p class="note-title">{title ?? what}</p>
      {title !== undefined && <p>{what}</p>}
      {problem === null ? (
        <p>{sayDesk(locale, "failure.unreachable.detail")}</p>
      ) : (
        problem.detail !== undefined && <p>{problem.detail}</p>
      )}
      {problem?.requestId !== undefined && problem.status >= 500 && (
        <p class="muted">{sayDesk(locale, "failure.requestId", { requestId: problem.requestId })}</p>
      )}
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {sayDesk(locale, "failure.retry")}
        </button>
      )}
    </div>
  );
}
