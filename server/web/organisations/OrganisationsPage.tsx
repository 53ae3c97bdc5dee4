import type { Session } from "@otklik/shared/people/account";
import type { Organisation, OrganisationLink } from "@otklik/shared/people/organisations";
import { useEffect, useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { useSession } from "../entry/Session";
import { SignedIn } from "../entry/SignedIn";
import { ClosedPlace } from "../frame/ClosedPlace";
import { PlaceFrame } from "../frame/PlaceFrame";
import { isOpenTo } from "../frame/places";
import { useCommand } from "../keyboard/CommandCentre";
import { sayOrganisations } from "../messages/organisations/index";
import { useAnnounce } from "../parts/Announcer";
import { FailureNote } from "../parts/FailureNote";
import { usePageTitle } from "../parts/use-page-title";
import { Waiting } from "../parts/Waiting";
import { IssuedLinkDialog } from "../people/IssuedLinkDialog";
import { useLocale } from "../preferences/Preferences";
import { MakeOrganisationDialog } from "./MakeOrganisationDialog";
import { OrganisationTable } from "./OrganisationTable";
import "../account/account.css";
import "../people/people.css";

/** The organisations of the installation, for whoever looks after it. */
export function OrganisationsPage() {
  return <SignedIn>{(session) => <SignedInOrganisations session={session} />}</SignedIn>;
}

/** An invitation that was made this moment, and whose it is. */
interface Invited {
  readonly admin: NonNullable<Organisation["invited"]>;
  readonly link: OrganisationLink;
}

function SignedInOrganisations({ session }: { session: Session }) {
  const locale = useLocale();
  const { ask } = useSession();
  const announce = useAnnounce();
  const [organisations, setOrganisations] = useState<readonly Organisation[] | Failure | null>(null);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<Invited | null>(null);
  const [isInviting, setInviting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isOpen = isOpenTo(session.permissions, "organisations");
  const title = sayOrganisations(locale, "title");
  usePageTitle(title);
  useCommand("organisation_make", isOpen ? () => setMaking(true) : null);

  const load = async () => {
    const outcome = await ask(({ api }) => api.organisations.$get());
    setOrganisations(outcome.kind === "done" ? outcome.body.organisations : outcome);
  };
  useEffect(() => {
    if (isOpen) void load();
  }, [isOpen]);

  const invite = async ({ id, invited: admin }: Organisation) => {
    if (isInviting || admin === null) return;
    setInviting(true);
    setFailure(null);
    const outcome = await ask(({ api }) => api.organisations[":id"].link.$post({ param: { id } }));
    setInviting(false);
    if (outcome.kind === "done") return setMade({ admin, link: outcome.body });
    setFailure(outcome);
    // Somebody has entered it meanwhile.
    if (outcome.kind === "refused") void load();
  };

  const body = () => {
    if (!isOpen) return <ClosedPlace session={session} place="organisations" />;
    if (organisations === null) return <Waiting lines={8} />;
    if ("kind" in organisations) {
      const failed = sayOrganisations(locale, "failed");
      return <FailureNote failure={organisations} title={failed} onRetry={() => void load()} />;
    }
    return (
      <>
        <p>{sayOrganisations(locale, "lead")}</p>
        <div class="people-head">
          <p class="muted" role="status">
            {sayOrganisations(locale, "found", { count: organisations.length })}
          </p>
          <button type="button" class="button button-main" onClick={() => setMaking(true)}>
            {sayOrganisations(locale, "make")}
          </button>
        </div>
        {failure && <FailureNote failure={failure} />}
        {organisations.length === 0 ? (
          <div class="empty">
            <p class="empty-title">{sayOrganisations(locale, "none.title")}</p>
            <p class="muted">{sayOrganisations(locale, "none.detail")}</p>
          </div>
        ) : (
          <OrganisationTable organisations={organisations} onInvite={(which) => void invite(which)} />
        )}
      </>
    );
  };

  return (
    <PlaceFrame session={session} place="organisations" title={title}>
      {body()}
      {isMaking && (
        <MakeOrganisationDialog
          session={session}
          onClose={() => setMaking(false)}
          onMade={({ organisation, link }) => {
            setMaking(false);
            if (organisation.invited !== null) setMade({ admin: organisation.invited, link });
            announce(sayOrganisations(locale, "made", { name: organisation.name }));
            void load();
          }}
        />
      )}
      {made !== null && (
        <IssuedLinkDialog
          purpose="invitation"
          person={made.admin}
          link={made.link}
          onClose={() => setMade(null)}
        />
      )}
    </PlaceFrame>
  );
}
