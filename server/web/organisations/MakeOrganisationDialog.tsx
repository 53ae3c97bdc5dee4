import { LOCALES, type Locale } from "@otklik/shared/people/locale";
import type { OrganisationCreated } from "@otklik/shared/people/organisations";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { ZoneField } from "../entry/ZoneField";
import { sayDesk } from "../messages/index";
import { sayOrganisations } from "../messages/organisations/index";
import { Dialog } from "../parts/Dialog";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { sayWrong } from "../parts/say-failure";
import { useLocale } from "../preferences/Preferences";
import "./organisations.css";

interface MakeOrganisationDialogProps {
  readonly onClose: () => void;
  readonly onMade: (
    made: OrganisationCreated,
    admin: { readonly name: string; readonly email: string },
  ) => void;
}

/** One more organisation, and whom to invite as its first administrator. */
export function MakeOrganisationDialog({ onClose, onMade }: MakeOrganisationDialogProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [language, setLanguage] = useState<Locale>(locale);
  const [draft, setDraft] = useState({
    organisationName: "",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    name: "",
    email: "",
  });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = (field: keyof typeof draft) => (value: string) =>
    setDraft((known) => ({ ...known, [field]: value }));

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [failure]);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api.organisations.$post({ json: { ...draft, locale: language } }));
    setBusy(false);
    if (outcome.kind === "done") onMade(outcome.body, draft);
    else setFailure(outcome);
  };

  return (
    <Dialog title={sayOrganisations(locale, "make")} onClose={onClose}>
      <form ref={form} class="invite make-organisation" noValidate onSubmit={send}>
        {failure && <FailureNote failure={failure} />}
        <fieldset class="group">
          <legend>{sayOrganisations(locale, "make.organisation")}</legend>
          <Field
            label={sayOrganisations(locale, "make.name")}
            name="organisationName"
            value={draft.organisationName}
            onInput={set("organisationName")}
            wrong={sayWrong(locale, failure, "organisationName")}
            autocomplete="off"
            autofocus
          />
          <ZoneField value={draft.zone} onInput={set("zone")} />
          <fieldset class="options">
            <legend>{sayOrganisations(locale, "make.language")}</legend>
            {LOCALES.map((each) => (
              <label class="option" key={each}>
                <input
                  type="radio"
                  name="organisationLanguage"
                  checked={each === language}
                  onChange={() => setLanguage(each)}
                />
                <span lang={each}>{sayDesk(locale, `language.${each}`)}</span>
              </label>
            ))}
          </fieldset>
        </fieldset>
        <fieldset class="group">
          <legend>{sayOrganisations(locale, "make.admin")}</legend>
          <Field
            label={sayOrganisations(locale, "make.adminName")}
            name="name"
            value={draft.name}
            onInput={set("name")}
            wrong={sayWrong(locale, failure, "name")}
            autocomplete="off"
          />
          <Field
            label={sayOrganisations(locale, "make.email")}
            name="email"
            type="email"
            value={draft.email}
            onInput={set("email")}
            wrong={sayWrong(locale, failure, "email")}
            autocomplete="off"
            hint={sayOrganisations(locale, "make.email.hint")}
          />
        </fieldset>
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={busy}>
            {sayOrganisations(locale, busy ? "make.busy" : "make.send")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {sayDesk(locale, "cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
