import type { Account } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { useSignInMethods } from "../../entry/use-sign-in-methods";
import { saySecurity } from "../../messages/security/index";
import { useAnnounce } from "../../parts/Announcer";
import { FailureNote } from "../../parts/FailureNote";
import { formatInstant } from "../../parts/format-when";
import { ownZone } from "../../parts/own-zone";
import { Section } from "../../parts/Section";
import { knowsPasskeys } from "../../passkey/ask-passkey";
import { useLocale } from "../../preferences/Preferences";
import { AddPasskey } from "./AddPasskey";
import { ConfirmDialog } from "./ConfirmDialog";
import { RenamePasskey } from "./RenamePasskey";
import type { SecurityProps } from "./Security";

type Passkey = Account["passkeys"][number];
type Asked = { readonly what: "add" } | { readonly what: "rename" | "remove"; readonly passkey: Passkey };

/** One's passkeys: adding, naming, removing. */
export function Passkeys({ account, onChanged }: SecurityProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [methods, load] = useSignInMethods();
  const zone = ownZone();
  const when = (instant: string) => formatInstant(locale, instant, zone, new Date());
  const close = () => setAsked(null);

  const done = async (said: string) => {
    close();
    announce(said);
    await onChanged();
  };

  return (
    <Section title={saySecurity(locale, "passkeys.title")}>
      <p>{saySecurity(locale, "passkeys.lead")}</p>
      {account.passkeys.length === 0 ? (
        <p class="muted">{saySecurity(locale, "passkeys.empty")}</p>
      ) : (
        <ul class="plain-list account-list">
          {account.passkeys.map((passkey) => (
            <li class="device" key={passkey.id}>
              <div>
                <bdi>{passkey.name}</bdi>
                <p class="muted">
                  {saySecurity(locale, "passkeys.addedAt", { when: when(passkey.addedAt) })}
                  {passkey.lastUsedAt !== null &&
                    `; ${saySecurity(locale, "passkeys.lastUsedAt", { when: when(passkey.lastUsedAt) })}`}
                </p>
              </div>
              <div class="buttons">
                <button
                  type="button"
                  class="button"
                  aria-label={saySecurity(locale, "passkeys.rename.label", { name: passkey.name })}
                  onClick={() => setAsked({ what: "rename", passkey })}
                >
                  {saySecurity(locale, "passkeys.rename")}
                </button>
                <button
                  type="button"
                  class="button"
                  aria-label={saySecurity(locale, "passkeys.remove.label", { name: passkey.name })}
                  onClick={() => setAsked({ what: "remove", passkey })}
                >
                  {saySecurity(locale, "passkeys.remove")}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {!knowsPasskeys() || (methods !== null && !("kind" in methods) && !methods.passkeys) ? (
        <p class="muted">{saySecurity(locale, "passkeys.none")}</p>
      ) : methods === null ? null : "kind" in methods ? (
        <FailureNote
          failure={methods}
          title={saySecurity(locale, "passkeys.failed")}
          onRetry={() => void load()}
        />
      ) : (
        <div class="buttons">
          <button type="button" class="button" onClick={() => setAsked({ what: "add" })}>
            {saySecurity(locale, "passkeys.add")}
          </button>
        </div>
      )}

      {asked?.what === "add" && <AddPasskey account={account} onAdded={done} onClose={close} />}
      {asked?.what === "rename" && <RenamePasskey passkey={asked.passkey} onRenamed={done} onClose={close} />}
      {asked?.what === "remove" && (
        <ConfirmDialog
          account={account}
          title={saySecurity(locale, "passkeys.remove.title", { name: asked.passkey.name })}
          action={saySecurity(locale, "passkeys.remove")}
          onClose={close}
          onConfirmed={async (confirmation) => {
            const { id, name } = asked.passkey;
            const outcome = await ask(({ api }) =>
              api.account.passkeys[":id"].removal.$post({ param: { id }, json: { confirmation } }),
            );
            if (outcome.kind !== "done") return outcome;
            await done(saySecurity(locale, "passkeys.removed", { name }));
            return null;
          }}
        >
          <p>{saySecurity(locale, "passkeys.remove.detail")}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
