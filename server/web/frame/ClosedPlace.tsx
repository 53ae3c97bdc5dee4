import type { Session } from "@otklik/shared/people/account";
import { PLATFORM_ROLE } from "@otklik/shared/people/roles";
import { sayPlaces } from "../messages/places/index";
import { sayRoles } from "../people/say-roles";
import { useLocale } from "../preferences/Preferences";
import type { Place } from "./places";

interface ClosedPlaceProps {
  readonly session: Session;
  /** Null when it is none of the pages beside the register. */
  readonly place: Place | null;
}

/** Instead of a page that the person's roles do not open: says so, and who can change it if anybody can. */
export function ClosedPlace({ session, place }: ClosedPlaceProps) {
  const locale = useLocale();
  const { roles } = session.person;
  return (
    <div class="note">
      <p class="note-title">{sayPlaces(locale, "closed")}</p>
      <p>
        {roles.includes(PLATFORM_ROLE)
          ? sayPlaces(locale, "closed.platform")
          : place === "organisations"
            ? sayPlaces(locale, "closed.installation")
            : sayPlaces(locale, "closed.detail", { roles: sayRoles(locale, roles) })}
      </p>
    </div>
  );
}
