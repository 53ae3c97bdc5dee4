import type { Session } from "@otklik/shared/people/account";
import type { AccountLink } from "@otklik/shared/people/people";
import { useState } from "preact/hooks";
import type { Failure } from "../api/outcome";
import { sayDesk } from "../messages/index";
import { sayLinks } from "../messages/links/index";
import { FailureNote } from "../parts/FailureNote";
import { useLocale } from "../preferences/Preferences";
import { useSession } from "./Session";

interface OtherSignedInProps {
  readonly session: Session;
  readonly link: AccountLink;
}

/** A link for one person, opened in the browser of another: asks before the one takes the other's place. */
export function OtherSignedIn({ session, link }: OtherSignedInProps) {
  const locale = useLocale();
  const { signOut } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const leave = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await signOut());
    setBusy(false);
  };

  return (
    <>
      <p>{sayLinks(locale, "other.for", { name: link.name, email: link.email })}</p>
      <p>{sayLinks(locale, "other.signedIn", { name: session.person.name, email: session.person.email })}</p>
      <p class="muted">{sayLinks(locale, "other.kept")}</p>
      {failure && <FailureNote failure={failure} />}
      <div class="buttons">
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => void leave()}>
          {isBusy ? sayDesk(locale, "busy") : sayLinks(locale, "other.leave")}
        </button>
        <a class="button" href="/complaints">
          {sayLinks(locale, "other.stay")}
        </a>
      </div>
    </>
  );
}

/** Whether the link is for whoever is signed in. */
export function isForThemselves({ person, organisation }: Session, link: AccountLink): boolean {
  return person.email === link.email && organisation.name === link.organisation;
}
