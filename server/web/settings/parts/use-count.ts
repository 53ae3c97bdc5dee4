import type { CountProgress } from "@otklik/shared/settings/due-changes";
import type { ClientResponse } from "hono/client";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Client } from "../../api/client";
import { type Counted, followCount } from "../../api/read-lines";
import { useSession } from "../../entry/Session";

export type CountState =
  | { readonly kind: "idle" }
  /** `progress` is null until the first line comes. */
  | { readonly kind: "running"; readonly progress: CountProgress | null }
  | Counted;

/** Starts a count at the server; the signal goes into its `init`. */
type Send = (client: Client, signal: AbortSignal) => Promise<ClientResponse<unknown, number, string>>;

export interface Count {
  readonly state: CountState;
  /** Starts anew; one that runs is stopped first. Resolves when it has ended, null when another took its place. */
  readonly start: (send: Send) => Promise<Counted | null>;
  readonly cancel: () => void;
  /** Forgets the result, which no longer fits what is on the screen. */
  readonly clear: () => void;
}

/** One count over the open complaints that a page follows. It stops when the page is left. */
export function useCount(): Count {
  const { client, refresh } = useSession();
  const [state, setState] = useState<CountState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (send: Send) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setState({ kind: "running", progress: null });
    const end = await followCount(
      (signal) => send(client, signal),
      mine.signal,
      (progress) => {
        if (running.current === mine) setState({ kind: "running", progress });
      },
    );
    if (running.current !== mine) return null;
    running.current = null;
    setState(end);
    // The page then goes to sign-in, and comes back here.
    if (end.kind === "refused" && end.problem.code === "not-signed-in") void refresh();
    return end;
  };

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    clear: () => {
      running.current?.abort();
      running.current = null;
      setState({ kind: "idle" });
    },
  };
}
