import type { AccountLink } from "@otklik/shared/people/people";
import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { sayLinks } from "../messages/links/index";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { AccountLinkForm } from "./AccountLinkForm";
import { EntryFrame } from "./EntryFrame";
import { isForThemselves, OtherSignedIn } from "./OtherSignedIn";
import { useSession } from "./Session";
import { SignInCode } from "./SignInCode";
import { isSpentLink } from "./spent-link";
import { useLinkSecret } from "./use-link-secret";

/** Where an invitation and a link for a new password lead. */
export function AccountLinkPage() {
  const { secret, nth } = useLinkSecret();
  return secret === null ? <NoLink what="none" /> : <OpenedLink key={nth} token={secret} />;
}

/** Whom the link is for, and the one thing to do. */
function OpenedLink({ token }: { token: string }) {
  const locale = useLocale();
  const { state, ask } = useSession();
  const { route } = useLocation();
  const [link, setLink] = useState<AccountLink | Failure | null>(null);
  const [owed, setOwed] = useState<CodeOwed | null>(null);
  const title = link !== null && "purpose" in link ? titleOf(link) : sayLinks(locale, "spent.title");
  usePageTitle(link === null ? null : title);

  function titleOf({ purpose, organisation }: AccountLink): string {
    return purpose === "invitation"
      ? sayLinks(locale, "invitation.title", { organisation })
      : sayLinks(locale, "password_reset.title");
  }
  const look = async () => {
    setLink(null);
    const outcome = await ask(({ api }) => api["account-links"].lookup.$post({ json: { token } }));
    setLink(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => void look(), []);

  // The code was right.
  useEffect(() => {
    if (owed !== null && state.kind === "in") route("/complaints", true);
  }, [owed, state]);

  if (owed !== null) {
    return (
      <EntryFrame>
        <SignInCode owed={owed} onBack={() => route("/sign-in", true)} />
        <p class="muted">{sayLinks(locale, "codeOwed")}</p>
      </EntryFrame>
    );
  }
  if (link === null || state.kind === "asking") return <Waiting />;
  if ("kind" in link) {
    if (isSpentLink(link)) return <NoLink what="spent" />;
    return (
      <EntryFrame>
        <h1 class="hidden">Otklik</h1>
        <FailureNote failure={link} onRetry={() => void look()} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame>
      <h1>{title}</h1>
      {state.kind === "in" && !isForThemselves(state.session, link) ? (
        <OtherSignedIn session={state.session} link={link} />
      ) : (
        <AccountLinkForm token={token} link={link} onSpent={setLink} onCodeOwed={setOwed} />
      )}
    </EntryFrame>
  );
}

/** There is nothing to do here any more: says why, and leads to the sign-in. */
function NoLink({ what }: { what: "none" | "spent" }) {
  const locale = useLocale();
  usePageTitle(sayLinks(locale, `${what}.title`));
  return (
    <EntryFrame>
      <h1>{sayLinks(locale, `${what}.title`)}</h1>
      <p>{sayLinks(locale, `${what}.detail`)}</p>
      <p>
        <a class="button button-main" href="/sign-in">
          {sayLinks(locale, "toSignIn")}
        </a>
      </p>
    </EntryFrame>
  );
}
