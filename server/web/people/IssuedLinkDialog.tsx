import type { IssuedLink, Person } from "@otklik/shared/people/people";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import { useId } from "preact/hooks";
import { sayPeople } from "../messages/people/index";
import { Dialog } from "../parts/Dialog";
import { formatInstant } from "../parts/format-when";
import { ownZone } from "../parts/own-zone";
import { useCopy } from "../parts/use-copy";
import { useLocale } from "../preferences/Preferences";

interface IssuedLinkDialogProps {
  readonly purpose: AccountLinkPurpose;
  readonly person: Pick<Person, "name" | "email">;
  readonly link: IssuedLink;
  readonly onClose: () => void;
}

/** A link that is shown this once, with whether it went out by mail as well. */
export function IssuedLinkDialog({ purpose, person, link, onClose }: IssuedLinkDialogProps) {
  const locale = useLocale();
  const copy = useCopy();
  const id = useId();
  const { name, email } = person;
  const zone = ownZone();
  const when = formatInstant(locale, link.expiresAt, zone, new Date());
  return (
    <Dialog title={sayPeople(locale, `link.${purpose}`, { name })} onClose={onClose}>
      <p>{sayPeople(locale, link.mailed ? "link.mailed" : "link.notMailed", { name, email })}</p>
      <div class="field">
        <label for={id}>{sayPeople(locale, "link.address")}</label>
        <input
          id={id}
          class="mono"
          type="text"
          readOnly
          value={link.url}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <p class="muted">{sayPeople(locale, "link.once", { when })}</p>
      <div class="buttons">
        <button
          type="button"
          class="button button-main"
          onClick={() => copy(link.url, sayPeople(locale, "link.copied"))}
        >
          {sayPeople(locale, "link.copy")}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {sayPeople(locale, "link.done")}
        </button>
      </div>
    </Dialog>
  );
}
