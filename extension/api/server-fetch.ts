/** The server was not reached, or what answered is not our server. Nothing is known about what it did. */
export class ServerUnreachable extends Error {
  constructor(cause: unknown) {
    super("server unreachable", { cause });
    this.name = "ServerUnreachable";
  }
}

/** A worker is ended when a fetch takes longer than 30 seconds, so that a longer limit would never be seen. */
export const ANSWER_WITHIN_MS = 25_000;

/**
 * A `fetch` for one server: bearer token, no cookies, no redirect (it would carry the token
 * away), no cache, and a limit on the whole exchange.
 *
 * @throws ServerUnreachable on any failure of the network and when the limit is over
 */
export function serverFetch(token: string | null, withinMs = ANSWER_WITHIN_MS): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (token !== null) headers.set("Authorization", `Bearer ${token}`);
    try {
      return await fetch(input, {
        ...init,
        headers,
        credentials: "omit",
        redirect: "error",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(withinMs),
      });
    } catch (cause) {
      throw new ServerUnreachable(cause);
    }
  };
}
