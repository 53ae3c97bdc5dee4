import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Account } from "@otklik/shared/people/people";
import type { Confirmation } from "@otklik/shared/people/sign-in";
import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayAccount } from "../messages/account/index";
import { sayDesk } from "../messages/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Field } from "../parts/Field";
import { refuseEmpty } from "../parts/refuse-empty";
import { Section } from "../parts/Section";
import { sayWrong } from "../parts/say-failure";
import { useWrongFocus } from "../parts/use-wrong-focus";
import { useLocale } from "../preferences/Preferences";
import { ConfirmDialog } from "./security/ConfirmDialog";
import { CURRENT, isPasswordWrong } from "./security/is-password-wrong";

interface PasswordFormProps {
  readonly account: Account;
  readonly mayHaveDevices: boolean;
  /** Other sessions have ended. */
  readonly onChanged: () => Promise<void>;
}

/** Changes one's password, or sets the first. What is typed here is kept nowhere. */
export function PasswordForm({ account, mayHaveDevices, onChanged }: PasswordFormProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const { hasPassword } = account;
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [cutOff, setCutOff] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useWrongFocus(failure);

  const save = async (confirmation: Confirmation): Promise<Failure | null> => {
    const json = { confirmation, next, cutOff };
    const outcome = await ask(({ api }) => api.account.password.$post({ json }));
    if (outcome.kind !== "done") return outcome;
    setCurrent("");
    setNext("");
    announce(sayAccount(locale, "password.saved"));
    await onChanged();
    return null;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const empty = hasPassword ? refuseEmpty(locale, { [CURRENT]: current, next }) : null;
    setFailure(empty);
    if (empty !== null) return;
    if (!hasPassword) return setAsked(true);
    setBusy(true);
    setFailure(await save({ password: current }));
    setBusy(false);
  };
  const confirm = async (confirmation: Confirmation) => {
    const failed = await save(confirmation);
    const isOfForm = failed?.kind === "refused" && failed.problem.code === "invalid-request";
    if (failed !== null && !isOfForm) return failed;
    // What is wrong with the new password is told where it is typed.
    setAsked(false);
    setFailure(failed);
    return null;
  };

  return (
    <Section title={sayAccount(locale, "password.title")}>
      {!hasPassword && <p>{sayAccount(locale, "password.none")}</p>}
      <form ref={form} class="account-form" noValidate onSubmit={submit}>
        {failure && !isPasswordWrong(failure) && <FailureNote failure={failure} />}
        {hasPassword && (
          <Field
            label={sayAccount(locale, "password.current")}
            name="current"
            type="password"
            value={current}
            onInput={setCurrent}
            wrong={sayWrong(locale, failure, CURRENT)}
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
          hint={sayDesk(locale, "password.hint", { length: LIMITS.passwordMinLength })}
        />
        <p class="field-hint">{sayAccount(locale, "password.effect")}</p>
        {mayHaveDevices && (
          <label class="check">
            <input
              type="checkbox"
              checked={cutOff}
              onChange={(event) => setCutOff(event.currentTarget.checked)}
            />
            {sayAccount(locale, "password.cutOff")}
          </label>
        )}
        <button type="submit" class="button" aria-disabled={isBusy}>
          {sayAccount(locale, isBusy ? "saving" : hasPassword ? "password.save" : "password.set")}
        </button>
      </form>
      {isAsked && (
        <ConfirmDialog
          account={account}
          title={sayAccount(locale, "password.set")}
          action={sayAccount(locale, "password.set")}
          onConfirmed={confirm}
          onClose={() => setAsked(false)}
        >
          <p>{sayAccount(locale, "password.effect")}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
