import type { Api } from "@otklik/server/api-type";
import type { Locale } from "@otklik/shared/people/locale";
import { hc } from "hono/client";
import type { Connection } from "./connection";
import { serverFetch } from "./server-fetch";

/** The typed client for the server that we are paired with; its token goes to that origin alone. */
export function clientOf(connection: Pick<Connection, "origin" | "token">, locale: Locale) {
  return hc<Api>(connection.origin, {
    fetch: serverFetch(connection.token),
    headers: { "Accept-Language": locale },
  });
}

/** The client for a server that we are not paired with yet. */
export function anonymousClientOf(origin: string, locale: Locale) {
  return hc<Api>(origin, { fetch: serverFetch(null), headers: { "Accept-Language": locale } });
}
