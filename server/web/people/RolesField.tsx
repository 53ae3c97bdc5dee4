import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { ORGANISATION_ROLES, type OrganisationRole } from "@otklik/shared/people/roles";
import { useId } from "preact/hooks";
import { sayPeople } from "../messages/people/index";
import { useLocale } from "../preferences/Preferences";
import { whatRolesLet } from "./what-roles-let";

interface RolesFieldProps {
  /** Those that the person has now; none for somebody who is invited. */
  readonly before: readonly OrganisationRole[];
  readonly chosen: readonly OrganisationRole[];
  readonly onChoose: (roles: OrganisationRole[]) => void;
  readonly wrong?: readonly string[];
}

/** The roles to choose from, each in one line, and what those chosen let the person do. */
export function RolesField({ before, chosen, onChoose, wrong = [] }: RolesFieldProps) {
  const locale = useLocale();
  const id = useId();
  const lets = whatRolesLet(before, chosen);
  return (
    <div class="roles-field">
      <fieldset aria-describedby={wrong.length > 0 ? `${id}-wrong` : undefined}>
        <legend>{sayPeople(locale, "roles.legend")}</legend>
        {wrong.length > 0 && (
          <p class="field-error" id={`${id}-wrong`}>
            {wrong.join(" ")}
          </p>
        )}
        {ORGANISATION_ROLES.map((role) => (
          <label class="role-choice" key={role}>
            <input
              type="checkbox"
              name="roles"
              value={role}
              checked={chosen.includes(role)}
              aria-invalid={wrong.length > 0}
              onChange={(event) => {
                const isChosen = event.currentTarget.checked;
                onChoose(
                  ORGANISATION_ROLES.filter((each) => (each === role ? isChosen : chosen.includes(each))),
                );
              }}
            />
            <span>
              {sayComplaint(locale, `role.${role}`)}
              <span class="role-words muted">{sayPeople(locale, `role.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="role-lets">
        <h3 id={`${id}-lets`}>{sayPeople(locale, "let.title")}</h3>
        {lets.length === 0 ? (
          <p class="muted">{sayPeople(locale, "let.none")}</p>
        ) : (
          <ul class="plain-list" aria-labelledby={`${id}-lets`}>
            {lets.map(({ permission, change }) => (
              <li key={permission} class={`let let-${before.length === 0 ? "kept" : change}`}>
                {sayPeople(locale, `may.${permission}`)}
                {change === "lost" && <span> ({sayPeople(locale, "let.lost")})</span>}
                {change === "added" && before.length > 0 && <span> ({sayPeople(locale, "let.added")})</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
