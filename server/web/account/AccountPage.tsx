import "../settings/zod-without-eval";
import type { Session } from "@otklik/shared/people/account";
import type { Account } from "@otklik/shared/people/people";
import { PLATFORM_ROLE } from "@otklik/shared/people/roles";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { Devices } from "../entry/Devices";
import { useSession } from "../entry/Session";
import { SignedIn } from "../entry/SignedIn";
import { PlaceFrame } from "../frame/PlaceFrame";
import { sayAccount } from "../messages/account/index";
import { sayPlaces } from "../messages/places/index";
import { FailureNote } from "../parts/FailureNote";
import { ownZone } from "../parts/own-zone";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { ZoneNote } from "../parts/ZoneNote";
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
  const isOfPlatform = session.person.roles.includes(PLATFORM_ROLE);
  const mayHaveDevices = session.permissions.includes("device:approve");

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
          <p class="field-hint">{sayAccount(locale, isOfPlatform ? "email.hint.platform" : "email.hint")}</p>
        </dd>
        <dt>{sayAccount(locale, "roles")}</dt>
        <dd>{sayRoles(locale, session.person.roles)}</dd>
      </dl>
      <ZoneNote zone={ownZone()} />
      <NameForm name={account.name} isOfPlatform={isOfPlatform} />
      <PasswordForm account={account} mayHaveDevices={mayHaveDevices} onChanged={load} />
      <Security account={account} onChanged={load} />
      <Sessions sessions={account.sessions} onEnded={load} />
      {mayHaveDevices && <Devices />}
      <SignInHistory attempts={account.history} />
    </>
  );
}
