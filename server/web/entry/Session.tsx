import type { Session } from "@otklik/shared/people/account";
import type { ClientResponse } from "hono/client";
import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Client, createClient } from "../api/client";
import { type Failure, type Outcome, outcomeOf, type SuccessBody } from "../api/outcome";
import { usePreferences } from "../preferences/Preferences";
import { keepPreferences } from "../preferences/preference";

export type SessionState =
  | { readonly kind: "asking" }
  | { readonly kind: "in"; readonly session: Session }
  /** `expired` when the desk had been signed in until now. */
  | { readonly kind: "out"; readonly expired: boolean }
  /** In another tab of this browser somebody else has signed in: this page is nobody's. */
  | { readonly kind: "replaced"; readonly failure: Failure }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Sends one request of the typed client and tells what came of it. */
type Ask = <Response extends ClientResponse<unknown, number, string>>(
  send: (client: Client) => Promise<Response>,
) => Promise<Outcome<SuccessBody<Response>>>;

interface SessionContextValue {
  readonly state: SessionState;
  readonly ask: Ask;
  /** For what `ask` cannot wait for as a whole, such as an answer that comes line by line. */
  readonly client: Client;
  /** Asks the server anew who is signed in. */
  readonly refresh: () => Promise<void>;
  readonly signOut: () => Promise<Failure | null>;
}

const SessionContext = createContext<SessionContextValue | null>(null);

/** Who is signed in, and the way to the server. A session that ends shows at the first request after it. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const { locale } = usePreferences();
  const localeNow = useRef(locale);
  localeNow.current = locale;
  const [state, setState] = useState<SessionState>({ kind: "asking" });
  const personNow = useRef<string | null>(null);
  if (state.kind === "in") personNow.current = state.session.person.id;
  if (state.kind === "out") personNow.current = null;
  const [client, anybodys] = useMemo(() => {
    const language = () => localeNow.current;
    return [createClient(language, () => personNow.current), createClient(language, () => null)] as const;
  }, []);

  const ask: Ask = useCallback(
    async (send) => {
      const outcome = await outcomeOf(send(client));
      if (outcome.kind === "refused" && outcome.problem.code === "not-signed-in") {
        setState((known) => ({ kind: "out", expired: known.kind === "in" }));
      }
      if (outcome.kind === "refused" && outcome.problem.code === "another-person") {
        setState({ kind: "replaced", failure: outcome });
      }
      return outcome;
    },
    [client],
  );

  const refresh = useCallback(async () => {
    const outcome = await outcomeOf(anybodys.api.session.$get());
    if (outcome.kind === "done") setState({ kind: "in", session: outcome.body });
    else if (outcome.kind === "unreachable" || outcome.problem.code !== "not-signed-in") {
      setState({ kind: "failed", failure: outcome });
    } else setState((known) => ({ kind: "out", expired: known.kind === "in" }));
  }, [anybodys]);

  const signOut = useCallback(async () => {
    const restorePreferences = keepPreferences();
    const outcome = await ask(({ api }) => api.session.$delete());
    if (outcome.kind !== "done") return outcome;
    restorePreferences();
    personNow.current = null;
    setState({ kind: "out", expired: false });
    return null;
  }, [ask]);

  useEffect(() => void refresh(), [refresh]);

  const value = useMemo(
    () => ({ state, ask, client, refresh, signOut }),
    [state, ask, client, refresh, signOut],
  );
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}

/** Who is signed in, and how to begin and end a session. */
export function useSession(): SessionContextValue {
  const value = useContext(SessionContext);
  if (value === null) throw new Error("useSession outside of SessionProvider");
  return value;
}
