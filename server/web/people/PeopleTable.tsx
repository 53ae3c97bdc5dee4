import type { Session } from "@otklik/shared/people/account";
import type { Person } from "@otklik/shared/people/people";
import { sayPeople } from "../messages/people/index";
import { ownZone } from "../parts/own-zone";
import { sayAboutHour } from "../parts/say-about-hour";
import { useNow } from "../parts/use-now";
import { useLocale } from "../preferences/Preferences";
import { sayRoles } from "./say-roles";
import { saySignIn } from "./say-sign-in";

const COLUMNS = ["name", "roles", "state", "seen", "signIn", "devices"] as const;

/** One row a person; their name leads to all of them. */
export function PeopleTable({ people, session }: { people: readonly Person[]; session: Session }) {
  const locale = useLocale();
  const now = useNow();
  const zone = ownZone();
  const column = (name: (typeof COLUMNS)[number]) => sayPeople(locale, `column.${name}`);
  return (
    <div class="table-frame people-table">
      <table class="rows-table">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th scope="col" key={name}>
                {column(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} class={person.state === "disabled" ? "person-disabled" : undefined}>
              <th scope="row">
                <a href={`/people/${person.id}`}>
                  <bdi>{person.name}</bdi>
                </a>
                {person.id === session.person.id && <span class="mark">{sayPeople(locale, "you")}</span>}
                <p class="muted">
                  <bdi>{person.email}</bdi>
                </p>
              </th>
              <td>{sayRoles(locale, person.roles)}</td>
              <td>
                <StateMark state={person.state} />
              </td>
              <td data-name={column("seen")}>
                {person.lastSeenAt === null
                  ? sayPeople(locale, "seen.never")
                  : sayAboutHour(locale, person.lastSeenAt, zone, now)}
              </td>
              <td data-name={column("signIn")}>{saySignIn(locale, person)}</td>
              <td data-name={column("devices")}>{person.devices}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In words, and with a sign where it is not the usual. */
export function StateMark({ state }: { state: Person["state"] }) {
  const locale = useLocale();
  return (
    <span class={`person-state person-state-${state}`}>
      {state !== "active" && <span aria-hidden="true">{state === "invited" ? "◷ " : "✕ "}</span>}
      {sayPeople(locale, `state.${state}`)}
    </span>
  );
}
