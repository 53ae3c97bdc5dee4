import { useState } from "preact/hooks";
import type { Failure } from "../../api/outcome";
import { useSession } from "../../entry/Session";
import { sayDesk } from "../../messages/index";
import { saySecurity } from "../../messages/security/index";
import { Dialog } from "../../parts/Dialog";
import { FailureNote } from "../../parts/FailureNote";
import { Field } from "../../parts/Field";
import { sayWrong } from "../../parts/say-failure";
import { useLocale } from "../../preferences/Preferences";

interface RenamePasskeyProps {
  readonly passkey: { readonly id: string; readonly name: string };
  readonly onRenamed: (said: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Gives a passkey another name. */
export function RenamePasskey({ passkey, onRenamed, onClose }: RenamePasskeyProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const [name, setName] = useState(passkey.name);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    const outcome = await ask(({ api }) =>
      api.account.passkeys[":id"].$patch({ param: { id: passkey.id }, json: { name } }),
    );
    setBusy(false);
    if (outcome.kind !== "done") return setFailure(outcome);
    await onRenamed(saySecurity(locale, "passkeys.renamed", { name }));
  };

  return (
    <Dialog title={saySecurity(locale, "passkeys.rename.label", { name: passkey.name })} onClose={onClose}>
      <form class="confirm-form" noValidate onSubmit={submit}>
        {failure && <FailureNote failure={failure} />}
        <Field
          label={saySecurity(locale, "passkeys.name")}
          name="passkeyName"
          value={name}
          onInput={setName}
          wrong={sayWrong(locale, failure, "name")}
          autocomplete="off"
          autofocus
        />
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={isBusy}>
            {saySecurity(locale, "passkeys.save")}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {sayDesk(locale, "cancel")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
