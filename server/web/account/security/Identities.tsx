import type { Identity } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import { useSession } from "../../entry/Session";
import { saySecurity } from "../../messages/security/index";
import { useAnnounce } from "../../parts/Announcer";
import { Section } from "../../parts/Section";
import { useLocale } from "../../preferences/Preferences";
import { ConfirmDialog } from "./ConfirmDialog";
import { IdentityRow } from "./IdentityRow";
import type { SecurityProps } from "./Security";

/** Through which identity provider one signs in, and unlinking it; nothing where there is none. */
export function Identities({ account, onChanged }: SecurityProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [leaving, setLeaving] = useState<Identity | null>(null);
  const { identities, email } = account;
  if (identities.length === 0 && !account.provider) return null;
  const name = leaving?.provider ?? leaving?.issuer ?? "";
  return (
    <Section title={saySecurity(locale, "identities.title")}>
      <p>{saySecurity(locale, "identities.lead")}</p>
      {identities.length === 0 ? (
        <p class="muted">{saySecurity(locale, "identities.empty", { email })}</p>
      ) : (
        <ul class="plain-list account-list">
          {identities.map((identity) => (
            <IdentityRow key={identity.id} identity={identity} onRemove={() => setLeaving(identity)} />
          ))}
        </ul>
      )}
      {leaving !== null && (
        <ConfirmDialog
          account={account}
          title={saySecurity(locale, "identities.remove.title", { name })}
          action={saySecurity(locale, "identities.remove")}
          onClose={() => setLeaving(null)}
          onConfirmed={async (confirmation) => {
            const { id } = leaving;
            const outcome = await ask(({ api }) =>
              api.account.identities[":id"].removal.$post({ param: { id }, json: { confirmation } }),
            );
            if (outcome.kind !== "done") return outcome;
            setLeaving(null);
            announce(saySecurity(locale, "identities.removed", { name }));
            await onChanged();
            return null;
          }}
        >
          <p>{saySecurity(locale, "identities.remove.detail")}</p>
          {leaving.provider !== null && <p>{saySecurity(locale, "identities.remove.anew", { email })}</p>}
        </ConfirmDialog>
      )}
    </Section>
  );
}
