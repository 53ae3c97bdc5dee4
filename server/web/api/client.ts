import type { Locale } from "@otklik/shared/people/locale";
import { PAGE_PERSON_HEADER } from "@otklik/shared/people/page-person";
import { hc } from "hono/client";
import type { Api } from "../../src/api-type";

/**
 * The typed client of the desk's own server. Problems come back in the language asked for here.
 *
 * @param personId whose page it is: the server does nothing when somebody else is signed in by now. Null asks as
 *   whoever that is
 */
export function createClient(locale: () => Locale, personId: () => string | null) {
  return hc<Api>("/", {
    headers: () => {
      const person = personId();
      return { "accept-language": locale(), ...(person !== null && { [PAGE_PERSON_HEADER]: person }) };
    },
    init: { credentials: "same-origin", cache: "no-store" },
  });
}

export type Client = ReturnType<typeof createClient>;
