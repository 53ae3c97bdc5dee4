import { LIMITS } from "@otklik/shared/complaint/limits";
import type { TaskDone } from "@otklik/shared/complaint/task";
import type { ExtensionDecision } from "@otklik/shared/complaint/term-changes";
import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayDecisions } from "../messages/decisions/index";
import { FailureNote } from "../parts/FailureNote";
import { LongField } from "../parts/LongField";
import { useLocale } from "../preferences/Preferences";

interface TaskFormProps {
  readonly token: string;
  readonly onDone: (done: TaskDone) => void;
  /** The link opens nothing any more. */
  readonly onSpent: () => void;
}

/** Yes or no, with a comment where one is wanted. */
export function TaskForm({ token, onDone, onSpent }: TaskFormProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState<ExtensionDecision | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const decide = async (decision: ExtensionDecision) => {
    if (busy !== null) return;
    setBusy(decision);
    setFailure(null);
    const said = comment.trim() === "" ? null : comment.trim();
    const outcome = await ask(({ api }) => api.tasks.$post({ json: { token, decision, comment: said } }));
    setBusy(null);
    if (outcome.kind === "done") onDone(outcome.body);
    else if (outcome.kind === "refused" && outcome.problem.code === "not-found") onSpent();
    else setFailure(outcome);
  };

  return (
    <form class="change" onSubmit={(event) => event.preventDefault()}>
      <LongField
        label={sayDecisions(locale, "task.comment")}
        name="comment"
        value={comment}
        onInput={setComment}
        required={false}
        maxLength={LIMITS.reasonLength}
        hint={sayDecisions(locale, "task.comment.hint")}
      />
      {failure && <FailureNote failure={failure} />}
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-disabled={busy !== null}
          onClick={() => void decide("approved")}
        >
          {sayDecisions(locale, busy === "approved" ? "task.busy" : "task.approve")}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={busy !== null}
          onClick={() => void decide("refused")}
        >
          {sayDecisions(locale, busy === "refused" ? "task.busy" : "task.refuse")}
        </button>
      </div>
    </form>
  );
}
