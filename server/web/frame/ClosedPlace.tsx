import type { Session } from "@otklik/shared/people/account";
import { sayPlaces } from "../messages/places/index";
import { sayRoles } from "../people/say-roles";
import { useLocale } from "../preferences/Preferences";

/** Instead of a page that the person's roles do not open: says so, and who can change it. */
export function ClosedPlace({ session }: { session: Session }) {
  const locale = useLocale();
  return (
    <div class="note">
      <p class="note-title">{sayPlaces(locale, "closed")}</p>
      <p>{sayPlaces(locale, "closed.detail", { roles: sayRoles(locale, session.person.roles) })}</p>
    </div>
  );
}
