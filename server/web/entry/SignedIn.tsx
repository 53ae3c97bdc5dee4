import type { Session } from "@otklik/shared/people/account";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { FailureNote } from "../parts/FailureNote";
import { Waiting } from "../parts/Waiting";
import { EntryFrame } from "./EntryFrame";
import { useSession } from "./Session";

/** Shows what only a signed-in person may see; anyone else goes to the sign-in page and comes back here. */
export function SignedIn({ children }: { children: (session: Session) => ComponentChildren }) {
  const { state, refresh } = useSession();
  const { url, route } = useLocation();
  useEffect(() => {
    if (state.kind !== "out") return;
    const expired = state.expired ? "&expired" : "";
    route(`/sign-in?next=${encodeURIComponent(url)}${expired}`, true);
  }, [state]);

  if (state.kind === "in") return <>{children(state.session)}</>;
  if (state.kind === "failed") {
    return (
      <EntryFrame>
        <h1 class="hidden">Otklik</h1>
        <FailureNote failure={state.failure} onRetry={() => void refresh()} />
      </EntryFrame>
    );
  }
  return <Waiting />;
}
