import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayAccount } from "../messages/account/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { Section } from "../parts/Section";
import { sayWrong } from "../parts/say-failure";
import { useDraft } from "../parts/use-draft";
import { useLocale } from "../preferences/Preferences";

interface NameFormProps {
  readonly name: string;
  /** Stands in no register: nobody there is told whom it names. */
  readonly isOfPlatform: boolean;
}

/** One's own name, as everybody sees it. */
export function NameForm({ name, isOfPlatform }: NameFormProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const announce = useAnnounce();
  const [typed, setTyped, forget] = useDraft("account.name", name);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api.account.$patch({ json: { name: typed } }));
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    forget();
    announce(sayAccount(locale, "name.saved"));
    // The name stands in the desk's head too.
    await refresh();
  };

  return (
    <Section title={sayAccount(locale, "name.title")}>
      <form class="account-form" noValidate onSubmit={save}>
        {failure && <FailureNote failure={failure} />}
        <Field
          label={sayAccount(locale, "name.label")}
          name="name"
          value={typed}
          onInput={setTyped}
          wrong={sayWrong(locale, failure, "name")}
          autocomplete="name"
          {...(!isOfPlatform && { hint: sayAccount(locale, "name.hint") })}
        />
        <button type="submit" class="button" aria-disabled={isBusy}>
          {sayAccount(locale, isBusy ? "saving" : "name.save")}
        </button>
      </form>
    </Section>
  );
}
