import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayAccount } from "../messages/account/index";
import { sayPeople } from "../messages/people/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { Section } from "../parts/Section";
import { sayWrong } from "../parts/say-failure";
import { useDraft } from "../parts/use-draft";
import { useLocale } from "../preferences/Preferences";
import type { PersonProps } from "./PersonView";

/** A colleague's name, where it was misspelt or has changed. */
export function PersonName({ person, onChanged }: PersonProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [typed, setTyped, forget] = useDraft(`person.${person.id}.name`, person.name);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) =>
      api.people[":id"].$patch({ param: { id: person.id }, json: { name: typed } }),
    );
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    forget();
    announce(sayPeople(locale, "name.saved"));
    onChanged(outcome.body);
  };

  return (
    <Section title={sayPeople(locale, "name.title")}>
      <form class="account-form" noValidate onSubmit={save}>
        {failure && <FailureNote failure={failure} />}
        <Field
          label={sayPeople(locale, "invite.name")}
          name="name"
          value={typed}
          onInput={setTyped}
          wrong={sayWrong(locale, failure, "name")}
          autocomplete="off"
        />
        <button type="submit" class="button" aria-disabled={isBusy}>
          {isBusy ? sayAccount(locale, "saving") : sayPeople(locale, "name.save")}
        </button>
      </form>
    </Section>
  );
}
