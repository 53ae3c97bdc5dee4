import type { LogEntry } from "@otklik/shared/people/people";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";

/** The lines read so far. */
export interface ReadLog {
  readonly entries: readonly LogEntry[];
  /** There are older ones. */
  readonly more: boolean;
}

/** The organisation's log from its newest line, older ones on demand. */
export function useLog() {
  const { ask } = useSession();
  const [log, setLog] = useState<ReadLog | Failure | null>(null);
  const [older, setOlder] = useState<"asking" | Failure | null>(null);

  const load = async () => {
    setLog(null);
    setOlder(null);
    const outcome = await ask(({ api }) => api.log.$get({ query: {} }));
    setLog(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => void load(), []);

  const loadOlder = async () => {
    const last = log !== null && "entries" in log ? log.entries.at(-1) : undefined;
    if (last === undefined || older === "asking") return;
    setOlder("asking");
    const outcome = await ask(({ api }) => api.log.$get({ query: { before: String(last.id) } }));
    if (outcome.kind !== "done") return setOlder(outcome);
    const { entries, more } = outcome.body;
    setLog((known) =>
      known !== null && "entries" in known ? { entries: [...known.entries, ...entries], more } : known,
    );
    setOlder(null);
  };
  return { log, older, load, loadOlder };
}
