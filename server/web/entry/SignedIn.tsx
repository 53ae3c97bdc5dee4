import type { Session } from "@otklik/shared/people/account";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { sayFailure } from "../parts/say-failure";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
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
  if (state.kind === "replaced") return <Replaced failure={state.failure} />;
  return <Waiting />;
}

/** What stands where somebody else's page stood. What was typed there stays kept for that person. */
function Replaced({ failure }: { failure: Failure }) {
  const locale = useLocale();
  const { title, detail } = sayFailure(locale, failure);
  usePageTitle(title);
  return (
    <EntryFrame>
      <h1>{title}</h1>
      <p role="alert">{detail}</p>
      <button type="button" class="button button-main" onClick={() => location.reload()}>
        {sayDesk(locale, "replaced.reload")}
      </button>
    </EntryFrame>
  );
}
