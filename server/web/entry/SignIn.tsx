import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { sayDesk } from "../messages/index";
import { usePageTitle } from "../parts/use-page-title";
import { useLocale } from "../preferences/Preferences";
import { EntryFrame } from "./EntryFrame";
import { PasswordStep } from "./PasswordStep";
import { returnPath } from "./return-path";
import { useSession } from "./Session";
import { SignInCode } from "./SignInCode";
import { SignInOtherwise } from "./SignInOtherwise";

/** The password and, where one is owed, the code; or another way in. */
export function SignIn() {
  const locale = useLocale();
  const { state } = useSession();
  const { query, route } = useLocation();
  const [owed, setOwed] = useState<CodeOwed | null>(null);
  usePageTitle(sayDesk(locale, owed ? "signIn.code.title" : "signIn.title"));

  useEffect(() => {
    if (state.kind === "in") route(returnPath(query.next), true);
  }, [state]);

  return (
    <EntryFrame>
      {owed ? (
        <SignInCode owed={owed} onBack={() => setOwed(null)} />
      ) : (
        <>
          <PasswordStep onOwed={setOwed} />
          <SignInOtherwise next={query.next} />
        </>
      )}
    </EntryFrame>
  );
}
