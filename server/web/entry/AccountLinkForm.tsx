import { LIMITS } from "@otklik/shared/complaint/limits";
import type { AccountLink } from "@otklik/shared/people/people";
import type { CodeOwed } from "@otklik/shared/people/sign-in";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { sayLinks } from "../messages/links/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { formatInstant } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { sayWrong } from "../parts/say-failure";
import { useWrongFocus } from "../parts/use-wrong-focus";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";
import { isSpentLink } from "./spent-link";

interface AccountLinkFormProps {
  readonly token: string;
  readonly link: AccountLink;
  /** It was used up, or replaced, while the form was open. */
  readonly onSpent: (failure: Failure) => void;
  /** The password is set, and whoever signs in with it is asked for a code as well. */
  readonly onCodeOwed: (owed: CodeOwed) => void;
}

/** Sets the password that the link is for, and goes on signed in. */
export function AccountLinkForm({ token, link, onSpent, onCodeOwed }: AccountLinkFormProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const { route } = useLocation();
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useWrongFocus(failure);
  const { purpose, organisation, name, email, expiresAt, passkeys } = link;
  const zone = ownZone();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api["account-links"].$post({ json: { token, password } }));
    setBusy(false);
    if (outcome.kind === "done") {
      if ("step" in outcome.body) return onCodeOwed(outcome.body);
      await refresh();
      route("/complaints", true);
    } else if (isSpentLink(outcome)) onSpent(outcome);
    else setFailure(outcome);
  };

  return (
    <>
      <p>{sayLinks(locale, `${purpose}.lead`, { name, email, organisation })}</p>
      {passkeys > 0 && <p>{sayLinks(locale, "password_reset.passkeys", { count: passkeys })}</p>}
      {failure && <FailureNote failure={failure} />}
      <form ref={form} noValidate onSubmit={submit}>
        {/* For the browser's store of passwords, which keeps them by name. */}
        <input type="hidden" name="email" autocomplete="username" value={email} />
        <Field
          label={sayLinks(locale, "password")}
          name="password"
          type="password"
          value={password}
          onInput={setPassword}
          wrong={sayWrong(locale, failure, "password")}
          autocomplete="new-password"
          hint={sayDesk(locale, "password.hint", { length: LIMITS.passwordMinLength })}
          autofocus
        />
        <button type="submit" class="button button-main" aria-disabled={isBusy}>
          {sayLinks(locale, isBusy ? "busy" : `${purpose}.submit`)}
        </button>
      </form>
      <p class="muted">
        {sayLinks(locale, "until", { when: formatInstant(locale, expiresAt, zone, new Date()) })}
      </p>
    </>
  );
}
