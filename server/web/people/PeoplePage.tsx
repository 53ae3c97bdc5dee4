import type { Session } from "@otklik/shared/people/account";
import { useRoute } from "preact-iso";
import { SignedIn } from "../entry/SignedIn";
import { ClosedPlace } from "../frame/ClosedPlace";
import { PlaceFrame } from "../frame/PlaceFrame";
import { isOpenTo } from "../frame/places";
import { sayPeople } from "../messages/people/index";
import { sayPlaces } from "../messages/places/index";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { useLocale } from "../preferences/Preferences";
import { PeopleList } from "./PeopleList";
import { PersonView } from "./PersonView";
import { usePeople } from "./use-people";
import "../account/account.css";
import "./people.css";

/** The people of the organisation, or one of them. */
export function PeoplePage() {
  return <SignedIn>{(session) => <SignedInPeople session={session} />}</SignedIn>;
}

function SignedInPeople({ session }: { session: Session }) {
  const locale = useLocale();
  const { id } = useRoute().params;
  const isOpen = isOpenTo(session.permissions, "people");
  const { people, load, replace } = usePeople(isOpen);
  const person = people !== null && !("kind" in people) ? people.find((each) => each.id === id) : undefined;
  const title = person?.name ?? sayPlaces(locale, "page.people");
  usePageTitle(title);

  const body = () => {
    if (!isOpen) return <ClosedPlace session={session} place="people" />;
    if (people === null) return <Waiting lines={12} />;
    if ("kind" in people) {
      return <FailureNote failure={people} title={sayPeople(locale, "failed")} onRetry={() => void load()} />;
    }
    if (id === undefined || id === "") {
      return <PeopleList people={people} session={session} onInvited={replace} />;
    }
    if (person === undefined) return <MissingPerson />;
    return (
      <PersonView key={person.id} person={person} session={session} onChanged={replace} onOutdated={load} />
    );
  };
  return (
    <PlaceFrame session={session} place="people" title={title}>
      {body()}
    </PlaceFrame>
  );
}

function MissingPerson() {
  const locale = useLocale();
  return (
    <div class="note">
      <p class="note-title">{sayPeople(locale, "person.missing")}</p>
      <p>{sayPeople(locale, "person.missing.detail")}</p>
      <p>
        <a href="/people">{sayPeople(locale, "back")}</a>
      </p>
    </div>
  );
}
