import { LIMITS } from "@otklik/shared/complaint/limits";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { ownZone } from "../parts/own-zone";
import { sayWrong } from "../parts/say-failure";
import { useWrongFocus } from "../parts/use-wrong-focus";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";
import { isSpentLink } from "./spent-link";
import { ZoneField } from "./ZoneField";

interface SetUpFormProps {
  readonly token: string;
  /** The link was used up while the form was open. */
  readonly onSpent: (failure: Failure) => void;
}

/** Names the organisation and its first administrator. */
export function SetUpForm({ token, onSpent }: SetUpFormProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const { route } = useLocation();
  const [draft, setDraft] = useState({
    organisationName: "",
    zone: ownZone(),
    name: "",
    email: "",
    password: "",
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useWrongFocus(failure);
  const set = (field: keyof typeof draft) => (value: string) =>
    setDraft((known) => ({ ...known, [field]: value }));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api.setup.$post({ json: { token, locale, ...draft } }));
    setBusy(false);
    if (outcome.kind === "done") {
      await refresh();
      route("/complaints", true);
    } else if (isSpentLink(outcome)) onSpent(outcome);
    else setFailure(outcome);
  };

  return (
    <form ref={form} noValidate onSubmit={submit}>
      {failure && <FailureNote failure={failure} />}
      <fieldset class="group">
        <legend>{sayDesk(locale, "setUp.organisation")}</legend>
        <Field
          label={sayDesk(locale, "setUp.organisationName")}
          name="organisationName"
          value={draft.organisationName}
          onInput={set("organisationName")}
          wrong={sayWrong(locale, failure, "organisationName")}
          autocomplete="organization"
          autofocus
        />
        <ZoneField value={draft.zone} onInput={set("zone")} />
      </fieldset>
      <fieldset class="group">
        <legend>{sayDesk(locale, "setUp.administrator")}</legend>
        <Field
          label={sayDesk(locale, "setUp.name")}
          name="name"
          value={draft.name}
          onInput={set("name")}
          wrong={sayWrong(locale, failure, "name")}
          autocomplete="name"
        />
        <Field
          label={sayDesk(locale, "setUp.email")}
          name="email"
          type="email"
          value={draft.email}
          onInput={set("email")}
          wrong={sayWrong(locale, failure, "email")}
          autocomplete="username"
        />
        <Field
          label={sayDesk(locale, "setUp.password")}
          name="password"
          type="password"
          value={draft.password}
          onInput={set("password")}
          wrong={sayWrong(locale, failure, "password")}
          autocomplete="new-password"
          hint={sayDesk(locale, "password.hint", { length: LIMITS.passwordMinLength })}
        />
      </fieldset>
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {sayDesk(locale, busy ? "setUp.busy" : "setUp.submit")}
      </button>
    </form>
  );
}
