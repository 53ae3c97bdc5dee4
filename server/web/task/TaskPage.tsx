import type { Task, TaskDone } from "@otklik/shared/complaint/task";
import type { Locale } from "@otklik/shared/people/locale";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { EntryFrame } from "../entry/EntryFrame";
import { useSession } from "../entry/Session";
import { useLinkSecret } from "../entry/use-link-secret";
import { sayDecisions } from "../messages/decisions/index";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { Said } from "./Said";
import { TaskFacts } from "./TaskFacts";
import { TaskForm } from "./TaskForm";
import "./task.css";

type Shown =
  | { readonly kind: "asking" }
  | { readonly kind: "open"; readonly task: Task }
  | { readonly kind: "done"; readonly done: TaskDone }
  /** There was no secret in the address, or one that opens nothing. */
  | { readonly kind: "none" }
  | { readonly kind: "spent" }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Where a link for one task leads. Nobody signs in here. */
export function TaskPage() {
  const { secret, nth } = useLinkSecret();
  return <OpenedTask key={nth} token={secret ?? ""} />;
}

/** What is to be decided, and the decision. */
function OpenedTask({ token }: { token: string }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [shown, setShown] = useState<Shown>({ kind: token === "" ? "none" : "asking" });
  const title = titleOf(locale, shown);
  usePageTitle(title);

  const look = async () => {
    setShown({ kind: "asking" });
    const outcome = await ask(({ api }) => api.tasks.lookup.$post({ json: { token } }));
    if (outcome.kind === "done") setShown({ kind: "open", task: outcome.body });
    else if (outcome.kind === "refused" && outcome.problem.code === "not-found") setShown({ kind: "spent" });
    else setShown({ kind: "failed", failure: outcome });
  };
  useEffect(() => {
    if (token !== "") void look();
  }, []);

  switch (shown.kind) {
    case "asking":
      return <Waiting />;
    case "none":
    case "spent":
      return <Said title={title} detail={sayDecisions(locale, `task.${shown.kind}.detail`)} />;
    case "done": {
      const what = shown.done.already ? "already" : "done";
      return <Said title={title} detail={sayDecisions(locale, `task.${what}.detail`)} />;
    }
    case "failed":
      return (
        <EntryFrame>
          <h1>{title}</h1>
          <FailureNote failure={shown.failure} onRetry={() => void look()} />
        </EntryFrame>
      );
    case "open":
      return (
        <EntryFrame>
          <h1>{title}</h1>
          <TaskFacts task={shown.task} />
          <TaskForm
            token={token}
            onDone={(done) => setShown({ kind: "done", done })}
            onSpent={() => setShown({ kind: "spent" })}
          />
        </EntryFrame>
      );
  }
}

function titleOf(locale: Locale, shown: Shown): string {
  if (shown.kind === "none" || shown.kind === "spent")
    return sayDecisions(locale, `task.${shown.kind}.title`);
  if (shown.kind !== "done") return sayDecisions(locale, "task.title");
  const { decision, already } = shown.done;
  return sayDecisions(locale, already ? `task.already.${decision}` : `task.${decision}`);
}
