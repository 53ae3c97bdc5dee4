import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayLinks } from "../messages/links/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { sayWrong } from "../parts/say-failure";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { EntryFrame } from "./EntryFrame";
import { useSession } from "./Session";
import { useSignInMethods } from "./use-sign-in-methods";

/** Asks for a link by mail, or says whom to ask. What comes of it is told to every address in the same words. */
export function ForgottenPassword() {
  const locale = useLocale();
  const [methods] = useSignInMethods();
  const [sentTo, setSentTo] = useState<string | null>(null);
  usePageTitle(sayLinks(locale, "forgotten.title"));
  if (methods === null) return <Waiting />;
  const hasNoMail = "mail" in methods && !methods.mail;
  return (
    <EntryFrame>
      <h1>{sayLinks(locale, sentTo === null ? "forgotten.title" : "forgotten.sent")}</h1>
      {hasNoMail ? (
        <p>{sayLinks(locale, "forgotten.noMail")}</p>
      ) : sentTo === null ? (
        <ForgottenForm onSent={setSentTo} />
      ) : (
        <p role="status">{sayLinks(locale, "forgotten.sent.detail", { email: sentTo })}</p>
      )}
      <p>
        <a href="/sign-in">{sayLinks(locale, "toSignIn")}</a>
      </p>
    </EntryFrame>
  );
}

function ForgottenForm({ onSent }: { onSent: (email: string) => void }) {
  const locale = useLocale();
  const { ask } = useSession();
  const [email, setEmail] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api["password-resets"].$post({ json: { email } }));
    setBusy(false);
    if (outcome.kind === "done") onSent(email);
    else setFailure(outcome);
  };

  return (
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
  );
}
