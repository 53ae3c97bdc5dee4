import type { Locale } from "@otklik/shared/people/locale";
import { hc } from "hono/client";
import type { Api } from "../../src/api-type";

/** The typed client of the desk's own server. Problems come back in the language asked for here. */
export function createClient(locale: () => Locale) {
  return hc<Api>("/", {
    headers: () => ({ "accept-language": locale() }),
    init: { credentials: "same-origin", cache: "no-store" },
  });
}

export type Client = ReturnType<typeof createClient>;
