import type { Session } from "@otklik/shared/people/account";
import type { Person } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import { sayPeople } from "../messages/people/index";
import { formatInstant } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { sayAboutHour } from "../parts/say-about-hour";
import { useNow } from "../parts/use-now";
import { ZoneNote } from "../parts/ZoneNote";
import { useLocale } from "../preferences/Preferences";
import { Access } from "./Access";
import { StateMark } from "./PeopleTable";
import { PersonDevices } from "./PersonDevices";
import { PersonIdentities } from "./PersonIdentities";
import { PersonName } from "./PersonName";
import { PersonRoles } from "./PersonRoles";
import { sayRoles } from "./say-roles";
import { saySignIn } from "./say-sign-in";

/** What every part of a person's page is given. */
export interface PersonProps {
  readonly person: Person;
  readonly onChanged: (person: Person) => void;
  /** Somebody else has changed them meanwhile: reads them anew. */
  readonly onOutdated: () => Promise<unknown>;
}

/** One person: who they are, and what may be done with their account. */
export function PersonView({ session, ...props }: PersonProps & { readonly session: Session }) {
  const locale = useLocale();
  const now = useNow();
  const { person } = props;
  const zone = ownZone();
  const when = (instant: string) => formatInstant(locale, instant, zone, now);
  const mayWrite = session.permissions.includes("people:write");
  const isOwn = person.id === session.person.id;
  // What was unlinked here leaves its place with a word about it, and not an empty page.
  const [hadIdentity] = useState(person.identities > 0);
  return (
    <>
      <p>
        <a href="/people">{sayPeople(locale, "back")}</a>
      </p>
      <dl class="facts">
        <dt>{sayPeople(locale, "person.email")}</dt>
        <dd>
          <bdi>{person.email}</bdi>
        </dd>
        <dt>{sayPeople(locale, "column.state")}</dt>
        <dd>
          <StateMark state={person.state} />
        </dd>
        <dt>{sayPeople(locale, "person.since")}</dt>
        <dd>{when(person.createdAt)}</dd>
        <dt>{sayPeople(locale, "column.seen")}</dt>
        <dd>
          {person.lastSeenAt === null
            ? sayPeople(locale, "seen.never")
            : sayAboutHour(locale, person.lastSeenAt, zone, now)}
        </dd>
        <dt>{sayPeople(locale, "column.signIn")}</dt>
        <dd>{saySignIn(locale, person)}</dd>
        {!mayWrite && (
          <>
            <dt>{sayPeople(locale, "column.roles")}</dt>
            <dd>{sayRoles(locale, person.roles)}</dd>
            <dt>{sayPeople(locale, "column.devices")}</dt>
            <dd>{person.devices}</dd>
          </>
        )}
      </dl>
      <ZoneNote zone={zone} />
      {!mayWrite && <p class="muted">{sayPeople(locale, "readOnly")}</p>}
      {isOwn && (
        <p class="note">
          {sayPeople(locale, "person.own")} <a href="/account">{sayPeople(locale, "person.own.link")}</a>
        </p>
      )}
      {mayWrite && (
        <>
          {!isOwn && <PersonName {...props} />}
          <PersonRoles {...props} isOwn={isOwn} />
          {!isOwn && (person.identities > 0 || hadIdentity) && <PersonIdentities {...props} />}
          {!isOwn && <PersonDevices {...props} />}
          {!isOwn && <Access {...props} />}
        </>
      )}
    </>
  );
}
