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
import { useSession } from "./Session";
import { SignInCode } from "./SignInCode";
import { isSpentLink } from "./spent-link";
import { takeLinkSecret } from "./take-link-secret";

/** Where an invitation and a link for a new password lead: whom it is for, and the one thing to do. */
export function AccountLinkPage() {
  const locale = useLocale();
  const { state, ask } = useSession();
  const { route } = useLocation();
  const [token] = useState(() => takeLinkSecret(location, history));
  const [link, setLink] = useState<AccountLink | Failure | null>(null);
  const [owed, setOwed] = useState<CodeOwed | null>(null);
  const title = link !== null && "purpose" in link ? titleOf(link) : sayLinks(locale, "spent.title");
  usePageTitle(link === null ? null : title);

  function titleOf({ purpose, organisation }: AccountLink): string {
    return purpose === "invitation"
      ? sayLinks(locale, "invitation.title", { organisation })
      : sayLinks(locale, "password_reset.title");
  }
  const look = async (secret: string) => {
    setLink(null);
    const outcome = await ask(({ api }) => api["account-links"][":token"].$get({ param: { token: secret } }));
    setLink(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => {
    if (token !== null) void look(token);
  }, [token]);

  // The code was right.
  useEffect(() => {
    if (owed !== null && state.kind === "in") route("/complaints", true);
  }, [owed, state]);

  if (owed !== null) {
    return (
      <EntryFrame>
        <SignInCode owed={owed} onBack={() => route("/sign-in", true)} />
      </EntryFrame>
    );
  }
  if (token === null) return <NoLink what="none" />;
  if (link === null) return <Waiting />;
  if ("kind" in link) {
    if (isSpentLink(link)) return <NoLink what="spent" />;
    return (
      <EntryFrame>
        <h1 class="hidden">Otklik</h1>
        <FailureNote failure={link} onRetry={() => void look(token)} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame>
      <h1>{title}</h1>
      <AccountLinkForm token={token} link={link} onSpent={setLink} onCodeOwed={setOwed} />
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
