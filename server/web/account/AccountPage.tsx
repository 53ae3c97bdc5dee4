import "../settings/zod-without-eval";
import type { Session } from "@otklik/shared/people/account";
import type { Account } from "@otklik/shared/people/people";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { Devices } from "../entry/Devices";
import { useSession } from "../entry/Session";
import { SignedIn } from "../entry/SignedIn";
import { PlaceFrame } from "../frame/PlaceFrame";
import { sayAccount } from "../messages/account/index";
import { sayPlaces } from "../messages/places/index";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { sayRoles } from "../people/say-roles";
import { useLocale } from "../preferences/Preferences";
import { NameForm } from "./NameForm";
import { PasswordForm } from "./PasswordForm";
import { Sessions } from "./Sessions";
import { SignInHistory } from "./SignInHistory";
import { Security } from "./security/Security";
import "./account.css";

/** All that a person manages of themselves. */
export function AccountPage() {
  const locale = useLocale();
  const title = sayPlaces(locale, "page.account");
  usePageTitle(title);
  return (
    <SignedIn>
      {(session) => (
        <PlaceFrame session={session} place="account" title={title}>
          <Profile session={session} />
        </PlaceFrame>
      )}
    </SignedIn>
  );
}

function Profile({ session }: { session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [account, setAccount] = useState<Account | Failure | null>(null);
  const load = async () => {
    const outcome = await ask(({ api }) => api.account.$get());
    setAccount(outcome.kind === "done" ? outcome.body : outcome);
  };
  useEffect(() => void load(), []);

  if (account === null) return <Waiting lines={12} />;
  if ("kind" in account) {
    return <FailureNote failure={account} title={sayAccount(locale, "failed")} onRetry={() => void load()} />;
  }
  return (
    <>
      <dl class="facts">
        <dt>{sayAccount(locale, "email")}</dt>
        <dd>
          <bdi>{account.email}</bdi>
          <p class="field-hint">{sayAccount(locale, "email.hint")}</p>
        </dd>
        <dt>{sayAccount(locale, "roles")}</dt>
        <dd>{sayRoles(locale, session.person.roles)}</dd>
      </dl>
      <NameForm name={account.name} />
      <PasswordForm account={account} onChanged={load} />
      <Security account={account} onChanged={load} />
      <Sessions sessions={account.sessions} onEnded={load} />
      {session.permissions.includes("device:approve") && <Devices />}
      <SignInHistory attempts={account.history} />
    </>
  );
}
