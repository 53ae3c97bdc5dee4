import type { Locale } from "@otklik/shared/people/locale";
import type { IssuedLink, Person } from "@otklik/shared/people/people";
import { ORGANISATION_ROLES, type OrganisationRole } from "@otklik/shared/people/roles";
import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayDesk } from "../messages/index";
import { sayPeople } from "../messages/people/index";
import { Dialog } from "../parts/Dialog";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { sayFailure, sayWrong } from "../parts/say-failure";
import { useDraft } from "../parts/use-draft";
import { useWrongFocus } from "../parts/use-wrong-focus";
import { useLocale } from "../preferences/Preferences";
import { RolesField } from "./RolesField";

interface InviteDialogProps {
  readonly onClose: () => void;
  readonly onInvited: (person: Person, link: IssuedLink) => void;
}

/** Whom to invite and with which roles. What is typed is kept until it is sent. */
export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const [name, setName, forgetName] = useDraft("invite.name");
  const [email, setEmail, forgetEmail] = useDraft("invite.email");
  const [drafted, setDrafted, forgetRoles] = useDraft("invite.roles");
  const roles = rolesOf(drafted);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useWrongFocus(failure);
  const hasNoRole = roles.length === 0 && sayWrong(locale, failure, "roles").length > 0;
  const taken = sayTaken(locale, failure);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setFailure(null);
    setBusy(true);
    const outcome = await ask(({ api }) => api.people.$post({ json: { name, email, roles } }));
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    forgetName();
    forgetEmail();
    forgetRoles();
    onInvited(outcome.body.person, outcome.body.link);
  };

  return (
    <Dialog title={sayPeople(locale, "invite")} onClose={onClose}>
      <form ref={form} class="invite" noValidate onSubmit={send}>
        {failure && taken.length === 0 && <FailureNote failure={failure} />}
        <Field
          label={sayPeople(locale, "invite.name")}
          name="name"
          value={name}
          onInput={setName}
          wrong={sayWrong(locale, failure, "name")}
          autocomplete="off"
          autofocus
        />
        <Field
          label={sayPeople(locale, "invite.email")}
          name="email"
          type="email"
          value={email}
          onInput={setEmail}
          wrong={[...sayWrong(locale, failure, "email"), ...taken]}
          autocomplete="off"
          hint={sayPeople(locale, "invite.email.hint")}
        />
        <RolesField
          before={[]}
          chosen={roles}
          onChoose={(chosen) => setDrafted(chosen.join(" "))}
          wrong={hasNoRole ? [sayPeople(locale, "roles.none")] : []}
        />
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={isBusy}>
            {sayPeople(locale, isBusy ? "invite.busy" : "invite.send")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {sayDesk(locale, "cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The server names no field there: it is this one. */
function sayTaken(locale: Locale, failure: Failure | null): string[] {
  if (failure?.kind !== "refused" || failure.problem.code !== "email-taken") return [];
  const { title, detail } = sayFailure(locale, failure);
  return [`${title}.`, detail];
}

function rolesOf(drafted: string): OrganisationRole[] {
  const named = new Set(drafted.split(" "));
  return ORGANISATION_ROLES.filter((role) => named.has(role));
}
