import type { IssuedLink, Person } from "@otklik/shared/people/people";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import { sayPeople } from "../messages/people/index";
import { Dialog } from "../parts/Dialog";
import { formatInstant } from "../parts/format-when";
import { LinkMailed } from "../parts/LinkMailed";
import { LinkToPassOn } from "../parts/LinkToPassOn";
import { ownZone } from "../parts/own-zone";
import { useLocale } from "../preferences/Preferences";

interface IssuedLinkDialogProps {
  readonly purpose: AccountLinkPurpose;
  readonly person: Pick<Person, "name" | "email">;
  /** Its address is left out where it was mailed and is for nobody else. */
  readonly link: Omit<IssuedLink, "url"> & { readonly url: string | null };
  readonly onClose: () => void;
}

/** A link that is shown this once, with whether it went out by mail as well. */
export function IssuedLinkDialog({ purpose, person, link, onClose }: IssuedLinkDialogProps) {
  const locale = useLocale();
  const { name, email } = person;
  const zone = ownZone();
  const when = formatInstant(locale, link.expiresAt, zone, new Date());
  return (
    <Dialog title={sayPeople(locale, `link.${purpose}`, { name })} onClose={onClose}>
      {link.url === null ? (
        <LinkMailed note={sayPeople(locale, "link.mailedAlone", { email, when })} onDone={onClose} />
      ) : (
        <>
          <p>{sayPeople(locale, link.mailed ? "link.mailed" : "link.notMailed", { name, email })}</p>
          <LinkToPassOn url={link.url} note={sayPeople(locale, "link.once", { when })} onDone={onClose} />
        </>
      )}
    </Dialog>
  );
}
