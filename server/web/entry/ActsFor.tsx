import type { Session } from "@otklik/shared/people/account";
import { sayDesk } from "../messages/index";
import { useLocale } from "../preferences/Preferences";

/** For whom and in which organisation a paired extension will act. */
export function ActsFor({ session }: { session: Session }) {
  const locale = useLocale();
  return (
    <p class="muted">
      {sayDesk(locale, "pair.signedIn")} <bdi>{session.person.name}</bdi>,{" "}
      <bdi>{session.organisation.name}</bdi>
    </p>
  );
}
