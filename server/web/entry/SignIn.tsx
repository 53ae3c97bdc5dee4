import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { usePageTitle } from "../parts/use-page-title";
import { useLocale } from "../preferences/Preferences";
import { EntryFrame } from "./EntryFrame";
import { returnPath } from "./return-path";
import { useSession } from "./Session";

export function SignIn() {
  const locale = useLocale();
  const { state, ask, refresh } = useSession();
  const { query, route } = useLocation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  usePageTitle(sayDesk(locale, "signIn.title"));

  useEffect(() => {
    if (state.kind === "in") route(returnPath(query.next), true);
  }, [state]);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api.session.$post({ json: { email, password } }));
    if (outcome.kind === "done") await refresh();
    else {
      setFailure(outcome);
      if (outcome.kind === "refused")
        form.current?.querySelector<HTMLInputElement>("[type=password]")?.select();
    }
    setBusy(false);
  };

  return (
    <EntryFrame>
      <h1>{sayDesk(locale, "signIn.title")}</h1>
      {"expired" in query && failure === null && <p class="note">{sayDesk(locale, "signIn.expired")}</p>}
      {failure && <FailureNote failure={failure} />}
      <form ref={form} noValidate onSubmit={submit}>
        <Field
          label={sayDesk(locale, "signIn.email")}
          name="email"
          type="email"
          value={email}
          onInput={setEmail}
          autocomplete="username"
          autofocus
        />
        <Field
          label={sayDesk(locale, "signIn.password")}
          name="password"
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
        />
        <button type="submit" class="button button-main" aria-disabled={busy}>
          {sayDesk(locale, busy ? "signIn.busy" : "signIn.submit")}
        </button>
      </form>
    </EntryFrame>
  );
}
