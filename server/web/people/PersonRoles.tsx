import { ORGANISATION_ROLES, type OrganisationRole } from "@otklik/shared/people/roles";
import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { sayAccount } from "../messages/account/index";
import { sayPeople } from "../messages/people/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { Section } from "../parts/Section";
import { useLocale } from "../preferences/Preferences";
import type { PersonProps } from "./PersonView";
import { RolesField } from "./RolesField";
import { sayRoles } from "./say-roles";

interface PersonRolesProps extends PersonProps {
  readonly isOwn: boolean;
}

/** A person's roles, with what a change of them lets and no longer lets the person do. */
export function PersonRoles({ person, isOwn, onChanged, onOutdated }: PersonRolesProps) {
  const locale = useLocale();
  const { ask, refresh } = useSession();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<readonly OrganisationRole[]>(person.roles);
  /** What the choice was made from: another admin may have changed it since. */
  const [basis, setBasis] = useState<readonly OrganisationRole[]>(person.roles);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOutdated = !areSame(person.roles, basis);
  const isChanged = !areSame(person.roles, chosen);

  const effect = isOwn ? "roles.own" : person.state === "disabled" ? "roles.shutOut" : "roles.now";

  const takeStored = () => {
    setBasis(person.roles);
    setChosen(person.roles);
    setFailure(null);
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy || !isChanged || chosen.length === 0) return;
    setBusy(true);
    setFailure(null);
    const json = { roles: [...chosen], rolesBefore: [...person.roles] };
    const outcome = await ask(({ api }) => api.people[":id"].$patch({ param: { id: person.id }, json }));
    setBusy(false);
    if (outcome.kind === "done") {
      setBasis(outcome.body.roles);
      setChosen(outcome.body.roles);
      announce(sayPeople(locale, "roles.saved"));
      onChanged(outcome.body);
      // One's own rights may be other ones from now on.
      if (isOwn) await refresh();
      return;
    }
    if (outcome.kind === "refused" && outcome.problem.code === "person-changed") return void onOutdated();
    setFailure(outcome);
    if (outcome.kind === "refused" && outcome.problem.code === "not-allowed") await refresh();
  };

  return (
    <Section title={sayPeople(locale, "roles.title")}>
      <form class="roles-form" noValidate onSubmit={save}>
        {failure && <FailureNote failure={failure} />}
        {isOutdated && (
          <div class="note" role="alert">
            <p class="note-title">{sayPeople(locale, "conflict.changed")}</p>
            <p>{sayPeople(locale, "conflict.changed.detail", { roles: sayRoles(locale, person.roles) })}</p>
            <button type="button" class="button" onClick={takeStored}>
              {sayPeople(locale, "conflict.load")}
            </button>
          </div>
        )}
        <RolesField
          before={person.roles}
          chosen={chosen}
          onChoose={setChosen}
          wrong={chosen.length === 0 ? [sayPeople(locale, "roles.none")] : []}
        />
        {isChanged && <p class="muted">{sayPeople(locale, effect, { name: person.name })}</p>}
        <button type="submit" class="button" aria-disabled={isBusy || !isChanged || chosen.length === 0}>
          {isBusy ? sayAccount(locale, "saving") : sayPeople(locale, "roles.save")}
        </button>
      </form>
    </Section>
  );
}

function areSame(some: readonly OrganisationRole[], others: readonly OrganisationRole[]): boolean {
  return ORGANISATION_ROLES.every((role) => some.includes(role) === others.includes(role));
}
