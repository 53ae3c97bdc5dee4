import type { Locale } from "@otklik/shared/people/locale";
import type { Person } from "@otklik/shared/people/people";
import { sayPeople } from "../messages/people/index";

/** What guards a person's account beside a password: "Code, 2 passkeys". */
export function saySignIn(locale: Locale, { state, hasTotp, passkeys }: Person): string {
  if (state === "invited") return sayPeople(locale, "signIn.none");
  const guards = [
    ...(hasTotp ? [sayPeople(locale, "signIn.totp")] : []),
    ...(passkeys > 0 ? [sayPeople(locale, "signIn.passkeys", { count: passkeys })] : []),
  ];
  return guards.length === 0 ? sayPeople(locale, "signIn.oneFactor") : guards.join(", ");
}
