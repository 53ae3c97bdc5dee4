import type { SignInMethods } from "@otklik/shared/people/sign-in";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { knowsPasskeys } from "../passkey/ask-passkey";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";
import { usePasskeySignIn } from "./use-passkey-sign-in";

/** The ways in beside the password: a passkey, and the organisation's provider. Nothing while it is not known. */
export function SignInOtherwise({ next }: { next: string | undefined }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [methods, setMethods] = useState<SignInMethods | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const hasPasskeys = methods?.passkeys === true && knowsPasskeys();
  const passkey = usePasskeySignIn(hasPasskeys);

  useEffect(() => {
    // Without an answer the password still serves.
    void ask(({ api }) => api["sign-in"].methods.$get()).then(
      (outcome) => outcome.kind === "done" && setMethods(outcome.body),
    );
  }, []);

  const goToProvider = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const json = next === undefined ? {} : { next };
    const outcome = await ask(({ api }) => api["sign-in"].provider.$post({ json }));
    if (outcome.kind === "done") return location.assign(outcome.body.url);
    setBusy(false);
    setFailure(outcome);
  };

  if (methods === null || (!hasPasskeys && methods.provider === null)) return null;
  return (
    <div class="entry-otherwise">
      {failure && <FailureNote failure={failure} />}
      {passkey.failure === "no-passkey" ? (
        <p class="note" role="alert">
          {sayDesk(locale, "signIn.passkey.none")}
        </p>
      ) : (
        passkey.failure && <FailureNote failure={passkey.failure} />
      )}
      {hasPasskeys && (
        <button
          type="button"
          class="button"
          aria-disabled={passkey.isBusy}
          onClick={() => void passkey.signIn()}
        >
          {sayDesk(locale, "signIn.passkey")}
        </button>
      )}
      {methods.provider && (
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void goToProvider()}>
          {sayDesk(locale, "signIn.provider", { name: methods.provider.name })}
        </button>
      )}
    </div>
  );
}
