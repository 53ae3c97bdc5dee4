import type { LogEntry } from "@otklik/shared/people/people";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { joinNewer } from "./join-newer";

/** The lines read so far. */
export interface ReadLog {
  readonly entries: readonly LogEntry[];
  /** There are older ones. */
  readonly more: boolean;
}

/** The organisation's log from its newest line, older ones on demand. What was read stays until there is more. */
export function useLog() {
  const { ask } = useSession();
  const [log, setLog] = useState<ReadLog | Failure | null>(null);
  const [newer, setNewer] = useState<"asking" | Failure | null>(null);
  const [older, setOlder] = useState<"asking" | Failure | null>(null);

  const load = async () => {
    const outcome = await ask(({ api }) => api.log.$get({ query: {} }));
    setLog(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => void load(), []);

  /** @returns how many lines have come; null when that is not known */
  const loadNewer = async (): Promise<number | null> => {
    if (log === null || "kind" in log || newer === "asking") return null;
    setNewer("asking");
    const outcome = await ask(({ api }) => api.log.$get({ query: {} }));
    setNewer(outcome.kind === "done" ? null : outcome);
    if (outcome.kind !== "done") return null;
    const joined = joinNewer(log, outcome.body);
    setLog(joined);
    setOlder(null);
    const reached = joined.entries.findIndex(({ id }) => id === log.entries[0]?.id);
    return reached === -1 ? joined.entries.length : reached;
  };

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
  return { log, newer, older, load, loadNewer, loadOlder };
}
