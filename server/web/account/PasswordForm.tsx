import { LIMITS } from "@otklik/shared/complaint/limits";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayAccount } from "../messages/account/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { sayWrong } from "../parts/say-failure";
import { useLocale } from "../preferences/Preferences";

interface PasswordFormProps {
  readonly hasPassword: boolean;
  /** Other sessions have ended. */
  readonly onChanged: () => Promise<void>;
}

/** Changes one's password, or sets the first. What is typed here is kept nowhere. */
export function PasswordForm({ hasPassword, onChanged }: PasswordFormProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [failure]);

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const json = hasPassword ? { current, next } : { next };
    const outcome = await ask(({ api }) => api.account.password.$post({ json }));
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    setCurrent("");
    setNext("");
    announce(sayAccount(locale, "password.saved"));
    await onChanged();
  };

  return (
    <section class="settings-part" aria-labelledby="password-title">
      <h2 id="password-title">{sayAccount(locale, "password.title")}</h2>
      {!hasPassword && <p>{sayAccount(locale, "password.none")}</p>}
      <form ref={form} class="account-form" noValidate onSubmit={save}>
        {failure && <FailureNote failure={failure} />}
        {hasPassword && (
          <Field
            label={sayAccount(locale, "password.current")}
            name="current"
            type="password"
            value={current}
            onInput={setCurrent}
            wrong={sayWrong(locale, failure, "current")}
            autocomplete="current-password"
          />
        )}
        <Field
          label={sayAccount(locale, "password.next")}
          name="next"
          type="password"
          value={next}
          onInput={setNext}
          wrong={sayWrong(locale, failure, "next")}
          autocomplete="new-password"
          hint={sayAccount(locale, "password.hint", { length: LIMITS.passwordMinLength })}
        />
        <p class="field-hint">{sayAccount(locale, "password.effect")}</p>
        <button type="submit" class="button" aria-disabled={isBusy}>
          {sayAccount(locale, isBusy ? "saving" : hasPassword ? "password.save" : "password.set")}
        </button>
      </form>
    </section>
  );
}
