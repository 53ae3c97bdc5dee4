import type { Session } from "@otklik/shared/people/account";
import { LOCALES } from "@otklik/shared/people/locale";
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
import { newId } from "../parts/new-id";
import { ownZone } from "../parts/own-zone";
import { sayWrong } from "../parts/say-failure";
import { useDraft } from "../parts/use-draft";
import { useLocale } from "../preferences/Preferences";
import "./organisations.css";

interface MakeOrganisationDialogProps {
  readonly session: Session;
  readonly onClose: () => void;
  readonly onMade: (made: OrganisationCreated) => void;
}

/** The draft is one person's: others may use the tab after them. */
function useOwnDraft(session: Session, field: string, initial = "") {
  return useDraft(`${session.person.id}.organisation.${field}`, initial);
}

/**
 * One more organisation, and whom to invite as its first administrator. What is typed is kept until it is sent, with
 * the id that it is sent under: sent again after an answer was lost, it makes no second one.
 */
export function MakeOrganisationDialog({ session, onClose, onMade }: MakeOrganisationDialogProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [id, setId, forgetId] = useOwnDraft(session, "id");
  const [organisationName, setOrganisationName, forgetOrganisationName] = useOwnDraft(session, "name");
  const [zone, setZone, forgetZone] = useOwnDraft(session, "zone", ownZone());
  const [language, setLanguage, forgetLanguage] = useOwnDraft(session, "language", locale);
  const [name, setName, forgetName] = useOwnDraft(session, "admin");
  const [email, setEmail, forgetEmail] = useOwnDraft(session, "email");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [failure]);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const sentId = id === "" ? newId() : id;
    setId(sentId);
    const chosen = LOCALES.find((each) => each === language) ?? locale;
    const json = { id: sentId, organisationName, zone, locale: chosen, name, email };
    const outcome = await ask(({ api }) => api.organisations.$post({ json }));
    setBusy(false);
    if (outcome.kind !== "done") {
      // What was sent under this id is made: whoever sends once more wants another one.
      if (outcome.kind === "refused" && outcome.problem.code === "organisation-id-reused") setId("");
      return setFailure(outcome);
    }
    for (const forget of [
      forgetId,
      forgetOrganisationName,
      forgetZone,
      forgetLanguage,
      forgetName,
      forgetEmail,
    ]) {
      forget();
    }
    onMade(outcome.body);
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
            value={organisationName}
            onInput={setOrganisationName}
            wrong={sayWrong(locale, failure, "organisationName")}
            autocomplete="off"
            autofocus
          />
          <ZoneField value={zone} onInput={setZone} />
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
            value={name}
            onInput={setName}
            wrong={sayWrong(locale, failure, "name")}
            autocomplete="off"
          />
          <Field
            label={sayOrganisations(locale, "make.email")}
            name="email"
            type="email"
            value={email}
            onInput={setEmail}
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
