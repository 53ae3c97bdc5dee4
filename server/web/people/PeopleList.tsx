import { LIMITS } from "@otklik/shared/complaint/limits";
import type { Session } from "@otklik/shared/people/account";
import type { IssuedLink, Person } from "@otklik/shared/people/people";
import { useRef, useState } from "preact/hooks";
import { useCommand } from "../keyboard/CommandCentre";
import { sayPeople } from "../messages/people/index";
import { ownZone } from "../parts/own-zone";
import { ZoneNote } from "../parts/ZoneNote";
import { useLocale } from "../preferences/Preferences";
import { findPeople } from "./find-people";
import { InviteDialog } from "./InviteDialog";
import { IssuedLinkDialog } from "./IssuedLinkDialog";
import { PeopleTable } from "./PeopleTable";

/** Rows that are drawn at first and with each wish for more. */
const SHOWN = 100;

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly session: Session;
  readonly onInvited: (person: Person) => void;
}

/** Everybody, with a search; who may, invites from here. */
export function PeopleList({ people, session, onInvited }: PeopleListProps) {
  const locale = useLocale();
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const [isInviting, setInviting] = useState(false);
  const [issued, setIssued] = useState<{ readonly person: Person; readonly link: IssuedLink } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const mayWrite = session.permissions.includes("people:write");
  const found = findPeople(locale, people, search);
  const isAlone = people.length === 1 && search === "";
  useCommand("people_invite", mayWrite ? () => setInviting(true) : null);
  useCommand("search", () => field.current?.select());

  return (
    <>
      <p>{sayPeople(locale, "lead")}</p>
      {!mayWrite && <p class="muted">{sayPeople(locale, "readOnly")}</p>}
      <div class="people-head">
        <search>
          <input
            ref={field}
            type="text"
            inputMode="search"
            autocomplete="off"
            aria-label={sayPeople(locale, "search")}
            placeholder={sayPeople(locale, "search.placeholder")}
            aria-keyshortcuts="/"
            maxLength={LIMITS.searchLength}
            value={search}
            onInput={(event) => {
              setSearch(event.currentTarget.value);
              setShown(SHOWN);
            }}
          />
        </search>
        <p class="muted" role="status">
          {sayPeople(locale, "found", { count: found.length })}
        </p>
        {mayWrite && (
          <button type="button" class="button button-main" onClick={() => setInviting(true)}>
            {sayPeople(locale, "invite")}
          </button>
        )}
      </div>
      {found.length > 0 && <PeopleTable people={found.slice(0, shown)} session={session} />}
      {found.length > 0 && <ZoneNote zone={ownZone()} />}
      {found.length > shown && (
        <button type="button" class="button people-more" onClick={() => setShown(shown + SHOWN)}>
          {sayPeople(locale, "more", { count: Math.min(SHOWN, found.length - shown) })}
        </button>
      )}
      {(found.length === 0 || (isAlone && mayWrite)) && (
        <div class="empty">
          <p class="empty-title">{sayPeople(locale, found.length === 0 ? "none.title" : "alone.title")}</p>
          <p class="muted">{sayPeople(locale, found.length === 0 ? "none.detail" : "alone.detail")}</p>
        </div>
      )}
      {isInviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(person, link) => {
            setInviting(false);
            onInvited(person);
            setIssued({ person, link });
          }}
        />
      )}
      {issued && (
        <IssuedLinkDialog
          purpose="invitation"
          person={issued.person}
          link={issued.link}
          onClose={() => setIssued(null)}
        />
      )}
    </>
  );
}
