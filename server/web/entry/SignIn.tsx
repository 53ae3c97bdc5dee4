import type { CodeOwed, OrganisationOwed } from "@otklik/shared/people/sign-in";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { sayDesk } from "../messages/index";
import { usePageTitle } from "../parts/use-page-title";
import { useLocale } from "../preferences/Preferences";
import { EntryFrame } from "./EntryFrame";
import { OrganisationChoice } from "./OrganisationChoice";
import { PasswordStep } from "./PasswordStep";
import { returnPath } from "./return-path";
import { useSession } from "./Session";
import { SignInCode } from "./SignInCode";
import { SignInOtherwise } from "./SignInOtherwise";
import { useSignInMethods } from "./use-sign-in-methods";

/** The password and, where they are owed, the organisation and the code; or another way in. */
export function SignIn() {
  const locale = useLocale();
  const { state } = useSession();
  const { query, route } = useLocation();
  const [methods, askAgain] = useSignInMethods();
  const [owed, setOwed] = useState<CodeOwed | OrganisationOwed | null>(null);
  const isChoice = owed !== null && "organisations" in owed;
  usePageTitle(
    sayDesk(locale, isChoice ? "signIn.choice.title" : owed ? "signIn.code.title" : "signIn.title"),
  );

  useEffect(() => {
    if (state.kind === "in") route(returnPath(query.next), true);
  }, [state]);

  return (
    <EntryFrame>
      {isChoice ? (
        <OrganisationChoice owed={owed} onOwed={setOwed} onBack={() => setOwed(null)} />
      ) : owed ? (
        <SignInCode owed={owed} onBack={() => setOwed(null)} />
      ) : (
        <>
          <PasswordStep isSetUp={methods === null || "kind" in methods || methods.setUp} onOwed={setOwed} />
          <SignInOtherwise next={query.next} methods={methods} onRetry={() => void askAgain()} />
        </>
      )}
    </EntryFrame>
  );
}
