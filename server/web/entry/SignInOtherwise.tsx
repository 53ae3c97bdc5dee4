import type { SignInMethods } from "@otklik/shared/people/sign-in";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { knowsPasskeys } from "../passkey/ask-passkey";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";
import { usePasskeySignIn } from "./use-passkey-sign-in";

interface SignInOtherwiseProps {
  /** Where to go to after a provider has let the person in. */
  readonly next: string | undefined;
  /** Null until they are known. */
  readonly methods: SignInMethods | Failure | null;
  readonly onRetry: () => void;
}

/** The ways in beside the password: a passkey, and the organisation's provider. */
export function SignInOtherwise({ next, methods: asked, onRetry }: SignInOtherwiseProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const methods = asked === null || "kind" in asked ? null : asked;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const hasPasskeys = methods?.passkeys === true && knowsPasskeys();
  const passkey = usePasskeySignIn(hasPasskeys);

  // Back from the provider the browser may show this page as it was left.
  useEffect(() => {
    const onShow = () => setBusy(false);
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
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

  if (asked !== null && "kind" in asked) {
    const title = sayDesk(locale, "signIn.otherwise.failed");
    return <FailureNote failure={asked} title={title} onRetry={onRetry} />;
  }
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
