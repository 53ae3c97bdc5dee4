import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayLinks } from "../messages/links/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { sayWrong } from "../parts/say-failure";
import { usePageTitle } from "../parts/use-page-title";
import { useLocale } from "../preferences/Preferences";
import { EntryFrame } from "./EntryFrame";
import { useSession } from "./Session";

/** Asks for a link by mail. What comes of it is told to every address in the same words. */
export function ForgottenPassword() {
  const locale = useLocale();
  const { ask } = useSession();
  const [email, setEmail] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isSent, setSent] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  usePageTitle(sayLinks(locale, "forgotten.title"));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api["password-resets"].$post({ json: { email } }));
    setBusy(false);
    if (outcome.kind === "done") setSent(true);
    else setFailure(outcome);
  };

  return (
    <EntryFrame>
      <h1>{sayLinks(locale, isSent ? "forgotten.sent" : "forgotten.title")}</h1>
      {isSent ? (
        <p role="status">{sayLinks(locale, "forgotten.sent.detail", { email })}</p>
      ) : (
        <>
          <p>{sayLinks(locale, "forgotten.lead")}</p>
          {failure && <FailureNote failure={failure} />}
          <form noValidate onSubmit={submit}>
            <Field
              label={sayLinks(locale, "forgotten.email")}
              name="email"
              type="email"
              value={email}
              onInput={setEmail}
              wrong={sayWrong(locale, failure, "email")}
              autocomplete="username"
              autofocus
            />
            <button type="submit" class="button button-main" aria-disabled={isBusy}>
              {sayLinks(locale, isBusy ? "forgotten.busy" : "forgotten.submit")}
            </button>
          </form>
        </>
      )}
      <p>
        <a href="/sign-in">{sayLinks(locale, "toSignIn")}</a>
      </p>
    </EntryFrame>
  );
}
