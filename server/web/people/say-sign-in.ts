import type { Locale } from "@otklik/shared/people/locale";
import type { Person } from "@otklik/shared/people/people";
import { sayPeople } from "../messages/people/index";

/** What guards a person's account beside a password, and another way in: "Code, 2 passkeys, identity provider". */
export function saySignIn(
  locale: Locale,
  { state, hasTotp, passkeys, identities }: Pick<Person, "state" | "hasTotp" | "passkeys" | "identities">,
): string {
  if (state === "invited") return sayPeople(locale, "signIn.none");
  const guards = [
    ...(hasTotp ? [sayPeople(locale, "signIn.totp")] : []),
    ...(passkeys > 0 ? [sayPeople(locale, "signIn.passkeys", { count: passkeys })] : []),
  ];
  return [
    ...(guards.length === 0 ? [sayPeople(locale, "signIn.oneFactor")] : guards),
    // Beside the others: it does not take from what the password alone opens.
    ...(identities > 0 ? [sayPeople(locale, "signIn.provider")] : []),
  ].join(", ");
}
