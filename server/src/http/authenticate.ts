import { PAGE_PERSON_HEADER } from "@otklik/shared/people/page-person";
import type { Permission } from "@otklik/shared/people/roles";
import type { Context, MiddlewareHandler } from "hono";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { findSessionCaller } from "../people/find-session-caller";
import { TOKEN_FORM } from "../people/secrets";
import type { AppEnv } from "./app-env";
import { clientAddress } from "./client-address";
import { readerLocale } from "./reader-locale";
import { markNeeds } from "./route-needs";
import { requireSameOrigin } from "./same-origin";
import { readSessionCookie } from "./session-cookie";

const BEARER = new RegExp(`^Bearer (${TOKEN_FORM})$`);
const SAFE_METHODS: readonly string[] = ["GET", "HEAD"];

/**
 * Lets only those through who hold one of the permissions; without any, whoever is known. The caller is in
 * `c.get("caller")`.
 */
export type Authorise = (...anyOf: readonly Permission[]) => MiddlewareHandler<AppEnv>;

/**
 * Finds out who asks. An `Authorization` header is a device's and the cookie is then not looked
 * at; a cookie is a browser's, so what changes something must come from the server's own pages.
 */
export function createAuthorise(
  deps: Deps,
  findDeviceCaller: (token: string, address: string) => Promise<Caller | null>,
): Authorise {
  const identify = async (c: Context<AppEnv>): Promise<Caller | null> => {
    const authorization = c.req.header("authorization");
    if (authorization !== undefined) {
      const token = isSentOnce(c) ? BEARER.exec(authorization)?.[1] : undefined;
      return token === undefined ? null : findDeviceCaller(token, clientAddress(c));
    }
    const cookie = readSessionCookie(c, deps.env.publicUrl);
    if (cookie === undefined) return null;
    const caller = await findSessionCaller(deps, cookie, clientAddress(c));
    if (caller !== null && !SAFE_METHODS.includes(c.req.method)) {
      requireSameOrigin(c, deps.env.publicUrl, "refuse");
    }
    // Another tab has signed in somebody else: what this page shows and sends is not theirs.
    const opened = c.req.header(PAGE_PERSON_HEADER);
    if (caller !== null && opened !== undefined && opened !== caller.personId) {
      throw new RegisterError("another-person");
    }
    return caller;
  };

  return (...anyOf) =>
    markNeeds(async (c, next) => {
      const caller = await identify(c);
      if (caller === null) throw new RegisterError("not-signed-in");
      const asked = c.req.header("accept-language");
      c.set(
        "caller",
        asked === undefined ? caller : { ...caller, locale: readerLocale(asked, caller.locale) },
      );
      if (anyOf.length > 0 && !anyOf.some((permission) => caller.permissions.has(permission)))
        throw new RegisterError("not-allowed");
      await next();
    }, anyOf);
}

/** Of two such headers Node gives the first; something before it may have gone by the second. */
function isSentOnce(c: Context<AppEnv>): boolean {
  const sent = c.env?.incoming?.rawHeaders ?? [];
  return sent.filter((text, n) => n % 2 === 0 && text.toLowerCase() === "authorization").length <= 1;
}
