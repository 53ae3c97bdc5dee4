import { ACCOUNT_LIMITS } from "@otklik/shared/people/account-limits";
import type { Account } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { saySecurity } from "../../messages/security/index";
import { Field } from "../../parts/Field";
import { makePasskey } from "../../passkey/ask-passkey";
import { useLocale } from "../../preferences/Preferences";
import { ConfirmDialog } from "./ConfirmDialog";

interface AddPasskeyProps {
  readonly account: Account;
  readonly onAdded: (said: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Names a passkey, makes sure that it is the person, and lets the browser make it. */
export function AddPasskey({ account, onAdded, onClose }: AddPasskeyProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const [name, setName] = useState(saySecurity(locale, "passkeys.name.first"));
  const [refused, setRefused] = useState<"notMade" | "known" | "unnamed" | null>(null);
  const called = name.trim().slice(0, ACCOUNT_LIMITS.passkeyNameLength);
  return (
    <ConfirmDialog
      account={account}
      title={saySecurity(locale, "passkeys.add.title")}
      action={saySecurity(locale, "passkeys.add")}
      onClose={onClose}
      onConfirmed={async (confirmation) => {
        setRefused(null);
        // Before the browser makes one that would then be left over on the device.
        if (called === "") {
          setRefused("unnamed");
          return null;
        }
        const offered = await ask(({ api }) =>
          api.account.passkeys.options.$post({ json: { confirmation } }),
        );
        if (offered.kind !== "done") return offered;
        const answer = await makePasskey(offered.body);
        if (answer === null || answer === "known") {
          setRefused(answer ?? "notMade");
          return null;
        }
        if ("kind" in answer) return answer;
        const added = await ask(({ api }) => api.account.passkeys.$post({ json: { name: called, answer } }));
        if (added.kind !== "done") return added;
        await onAdded(saySecurity(locale, "passkeys.added", { name: called }));
        return null;
      }}
    >
      <p>{saySecurity(locale, "passkeys.add.detail")}</p>
      {refused !== null && refused !== "unnamed" && (
        <div class="note note-failure" role="alert">
          <p class="note-title">{saySecurity(locale, `passkeys.${refused}`)}</p>
          <p>{saySecurity(locale, `passkeys.${refused}.detail`)}</p>
        </div>
      )}
      <Field
        label={saySecurity(locale, "passkeys.name")}
        hint={saySecurity(locale, "passkeys.name.hint")}
        name="passkeyName"
        value={name}
        onInput={setName}
        wrong={refused === "unnamed" ? [saySecurity(locale, "passkeys.name.empty")] : []}
        autocomplete="off"
      />
    </ConfirmDialog>
  );
}
