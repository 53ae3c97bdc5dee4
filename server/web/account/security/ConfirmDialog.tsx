import type { Account } from "@otklik/shared/people/people";
import type { Confirmation } from "@otklik/shared/people/sign-in";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayDesk } from "../../messages/index";
import { saySecurity } from "../../messages/security/index";
import { Dialog } from "../../parts/Dialog";
import { FailureNote } from "../../parts/FailureNote";
import { Field } from "../../parts/Field";
import { refuseEmpty } from "../../parts/refuse-empty";
import { sayWrong } from "../../parts/say-failure";
import { useWrongFocus } from "../../parts/use-wrong-focus";
import { askPasskey, knowsPasskeys } from "../../passkey/ask-passkey";
import { useLocale } from "../../preferences/Preferences";
import { CURRENT, isPasswordWrong } from "./is-password-wrong";

interface ConfirmDialogProps {
  /** Of whoever confirms. */
  readonly account: Pick<Account, "hasPassword" | "passkeys">;
  readonly title: string;
  /** What the main button does, in a word or two. */
  readonly action: string;
  /** Does it, and tells what went wrong. */
  readonly onConfirmed: (confirmation: Confirmation) => Promise<Failure | null>;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Says what will happen and makes sure that it is the person, by their password or a passkey. */
export function ConfirmDialog({
  account,
  title,
  action,
  onConfirmed,
  onClose,
  children,
}: ConfirmDialogProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | "no-passkey" | null>(null);
  const form = useWrongFocus(failure);
  const hasPasskey = account.passkeys.length > 0 && knowsPasskeys();

  const confirm = async (makeConfirmation: () => Promise<Confirmation | "no-passkey" | Failure>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      const made = await makeConfirmation();
      const isFailed = made === "no-passkey" || (made !== null && "kind" in made);
      setFailure(isFailed ? made : await onConfirmed(made));
    } finally {
      setBusy(false);
    }
  };

  const byPasskey = async () => {
    const asked = await ask(({ api }) => api.account.passkeys.challenge.$post());
    if (asked.kind !== "done") return asked;
    const passkey = await askPasskey(asked.body);
    if (passkey === null) return "no-passkey";
    return "kind" in passkey ? passkey : { passkey };
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const empty = account.hasPassword ? refuseEmpty(locale, { [CURRENT]: password }) : null;
    if (empty !== null) return setFailure(empty);
    void confirm(async () => (account.hasPassword ? { password } : null));
  };

  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {failure === "no-passkey" ? (
        <div class="note note-failure" role="alert">
          <p class="note-title">{saySecurity(locale, "confirm.noPasskey")}</p>
          <p>{saySecurity(locale, "confirm.noPasskey.detail")}</p>
        </div>
      ) : (
        failure && !isPasswordWrong(failure) && <FailureNote failure={failure} />
      )}
      <form ref={form} class="confirm-form" noValidate onSubmit={submit}>
        {account.hasPassword && (
          <Field
            label={saySecurity(locale, "confirm.password")}
            name="current"
            type="password"
            value={password}
            onInput={setPassword}
            wrong={failure === "no-passkey" ? [] : sayWrong(locale, failure, CURRENT)}
            autocomplete="current-password"
            autofocus
          />
        )}
        {!account.hasPassword && !hasPasskey && <p>{saySecurity(locale, "confirm.fresh")}</p>}
        <div class="buttons">
          {(account.hasPassword || !hasPasskey) && (
            <button type="submit" class="button button-main" aria-disabled={isBusy}>
              {isBusy ? saySecurity(locale, "confirm.busy") : action}
            </button>
          )}
          {hasPasskey && (
            <button
              type="button"
              class={account.hasPassword ? "button" : "button button-main"}
              aria-disabled={isBusy}
              onClick={() => void confirm(byPasskey)}
            >
              {saySecurity(locale, "confirm.byPasskey")}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {sayDesk(locale, "cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
