import type { Account, Identity } from "@otklik/shared/people/people";
import { useEffect, useState } from "preact/hooks";
import { ConfirmDialog } from "../account/security/ConfirmDialog";
import { IdentityRow } from "../account/security/IdentityRow";
import { type Failure, isGone } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayPeople } from "../messages/people/index";
import { saySecurity } from "../messages/security/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Section } from "../parts/Section";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import type { PersonProps } from "./PersonView";
import "../account/security/security.css";

/** Through which identity provider a colleague signs in; an administrator unlinks it, who shows that it is them. */
export function PersonIdentities({ person, onChanged }: PersonProps) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [identities, setIdentities] = useState<readonly Identity[] | Failure | null>(null);
  const [leaving, setLeaving] = useState<{ identity: Identity; own: Account } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id, name, email } = person;

  const load = async () => {
    const outcome = await ask(({ api }) => api.people[":id"].identities.$get({ param: { id } }));
    setIdentities(outcome.kind === "done" ? outcome.body.identities : outcome);
    if (outcome.kind === "done" && outcome.body.identities.length !== person.identities) {
      onChanged({ ...person, identities: outcome.body.identities.length });
    }
  };
  useEffect(() => void load(), []);

  /** How the administrator may show that it is them is asked for first. */
  const begin = async (identity: Identity) => {
    setFailure(null);
    const outcome = await ask(({ api }) => api.account.$get());
    if (outcome.kind === "done") setLeaving({ identity, own: outcome.body });
    else setFailure(outcome);
  };
  const provider = leaving === null ? "" : (leaving.identity.provider ?? leaving.identity.issuer);

  return (
    <Section title={saySecurity(locale, "identities.title")}>
      {failure && <FailureNote failure={failure} />}
      {identities === null ? (
        <Waiting lines={2} />
      ) : "kind" in identities ? (
        <FailureNote failure={identities} onRetry={() => void load()} />
      ) : identities.length === 0 ? (
        <p class="muted">{sayPeople(locale, "identities.none", { name })}</p>
      ) : (
        <ul class="plain-list account-list">
          {identities.map((identity) => (
            <IdentityRow
              key={identity.id}
              identity={identity}
              onRemove={person.state === "disabled" ? null : () => void begin(identity)}
            />
          ))}
        </ul>
      )}
      {leaving !== null && (
        <ConfirmDialog
          account={leaving.own}
          title={saySecurity(locale, "identities.remove.title", { name: provider })}
          action={saySecurity(locale, "identities.remove")}
          onClose={() => setLeaving(null)}
          onConfirmed={async (confirmation) => {
            const param = { id, identityId: leaving.identity.id };
            const outcome = await ask(({ api }) =>
              api.people[":id"].identities[":identityId"].removal.$post({ param, json: { confirmation } }),
            );
            if (outcome.kind !== "done" && !isGone(outcome)) return outcome;
            setLeaving(null);
            announce(saySecurity(locale, "identities.removed", { name: provider }));
            await load();
            return null;
          }}
        >
          <p>{sayPeople(locale, "identities.remove.detail", { name })}</p>
          {leaving.identity.provider !== null && (
            <p>{sayPeople(locale, "identities.remove.anew", { email })}</p>
          )}
        </ConfirmDialog>
      )}
    </Section>
  );
}
