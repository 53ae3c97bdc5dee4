import { PROVIDER_FAILURES } from "@otklik/shared/people/provider-failure";
import type { CodeOwed, OrganisationOwed } from "@otklik/shared/people/sign-in";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { sayLinks } from "../messages/links/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { refuseEmpty } from "../parts/refuse-empty";
import { sayWrong } from "../parts/say-failure";
import { useWrongFocus } from "../parts/use-wrong-focus";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";

interface PasswordStepProps {
  /** False when there is no organisation yet that one could sign in to. */
  readonly isSetUp: boolean;
  /** The password was right, and a code is asked for as well, or in which organisation. */
  readonly onOwed: (owed: CodeOwed | OrganisationOwed) => void;
}

/** E-mail and password, and what has just ended or come to nothing. */
export function PasswordStep({ isSetUp, onOwed }: PasswordStepProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const { query } = useLocation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useWrongFocus(failure);
  const notDone = PROVIDER_FAILURES.find((each) => each === query.provider);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const empty = refuseEmpty(locale, { email, password });
    setFailure(empty);
    if (empty !== null) return;
    setBusy(true);
    const outcome = await ask(({ api }) => api.session.$post({ json: { email, password } }));
    if (outcome.kind !== "done") {
      setFailure(outcome);
      if (outcome.kind === "refused")
        form.current?.querySelector<HTMLInputElement>("[type=password]")?.select();
    } else if ("step" in outcome.body) onOwed(outcome.body);
    else await refresh();
    setBusy(false);
  };

  return (
    <>
      <h1>{sayDesk(locale, "signIn.title")}</h1>
      <div role="status">{!isSetUp && <p class="note">{sayDesk(locale, "signIn.notSetUp")}</p>}</div>
      {"expired" in query && failure === null && <p class="note">{sayDesk(locale, "signIn.expired")}</p>}
      {notDone && failure === null && (
        <div class="note note-failure" role="alert">
          <p class="note-title">{sayDesk(locale, `signIn.provider.${notDone}`)}</p>
          <p>{sayDesk(locale, `signIn.provider.${notDone}.detail`)}</p>
        </div>
      )}
      {failure && <FailureNote failure={failure} />}
      <form ref={form} noValidate onSubmit={submit}>
        <Field
          label={sayDesk(locale, "signIn.email")}
          name="email"
          type="email"
          value={email}
          onInput={setEmail}
          wrong={sayWrong(locale, failure, "email")}
          // Where the browser can, it offers passkeys in this field's list.
          autocomplete="username webauthn"
          autofocus
        />
        <Field
          label={sayDesk(locale, "signIn.password")}
          name="password"
          type="password"
          value={password}
          onInput={setPassword}
          wrong={sayWrong(locale, failure, "password")}
          autocomplete="current-password"
        />
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {sayDesk(locale, isBusy ? "signIn.busy" : "signIn.submit")}
        </button>
      </form>
      <p>
        <a href="/forgotten-password">{sayLinks(locale, "forgotten.link")}</a>
      </p>
    </>
  );
}
