import { fetch } from "undici";
import { checkAddress } from "./check-address";
import { OutgoingError } from "./outgoing-error";
import { type Connect, createPinnedAgent, type Resolve } from "./pinned-agent";

export const OUTGOING_LIMITS = {
  /** Resolving the name and connecting. */
  connectMs: 5_000,
  /** From the first byte sent to the last one read, redirects included. */
  totalMs: 15_000,
  /** Of the body, inflated. */
  bytes: 2 * 1024 * 1024,
  redirects: 3,
} as const;

export interface OutgoingRequest {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: string | URLSearchParams | Uint8Array<ArrayBuffer> | null;
  /** `manual` gives a redirect as it is. */
  readonly redirect?: "follow" | "manual";
  readonly signal?: AbortSignal;
}

/**
 * The one way by which the server asks other servers for anything.
 *
 * @returns the whole answer, also that of an error, read to its end
 * @throws OutgoingError `address-not-allowed` for what is not public, or not http(s) on its own port;
 *   `could-not-fetch` for everything else alike
 */
export type OutgoingFetch = (address: string | URL, request?: OutgoingRequest) => Promise<Response>;

export interface OutgoingOptions {
  /** Origins that the operator named in the settings: these may be internal and have any port. */
  readonly configured?: readonly string[];
  readonly resolve?: Resolve;
  readonly connect?: Connect;
  readonly limits?: { readonly [Name in keyof typeof OUTGOING_LIMITS]: number };
}

/** Another host is told nothing that was meant for the first. */
const FOR_ANYBODY: readonly string[] = ["accept", "accept-language", "user-agent"];
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const EMPTY: readonly number[] = [204, 205, 304];

/** The server's one way to ask others. @param options by default nothing internal is allowed */
export function createOutgoingFetch(options: OutgoingOptions = {}): OutgoingFetch {
  const limits = options.limits ?? OUTGOING_LIMITS;
  const configured = new Set(options.configured?.map((address) => new URL(address).origin));
  const dispatcher = createPinnedAgent({ ...options, configured, connectMs: limits.connectMs });

  return async (address, request = {}) => {
    const late = AbortSignal.timeout(limits.totalMs);
    const signal = request.signal === undefined ? late : AbortSignal.any([late, request.signal]);
    const headers = new Headers(request.headers);
    if (!headers.has("user-agent")) headers.set("user-agent", "Otklik");
    let hop = { url: checkAddress(address, configured), method: request.method ?? "GET", body: request.body };
    for (let redirects = 0; ; redirects++) {
      const answer = await fetch(hop.url, {
        method: hop.method,
        headers: [...headers],
        body: hop.body ?? null,
        redirect: "manual",
        signal,
        dispatcher,
      }).catch(refuse);
      const location = answer.headers.get("location");
      if (request.redirect === "manual" || location === null || !REDIRECTS.includes(answer.status)) {
        return whole(answer, limits.bytes);
      }
      await answer.body?.cancel().catch(() => {});
      if (redirects >= limits.redirects) throw new OutgoingError("could-not-fetch");
      const next = nextHop(location, hop.url, configured);
      const keepsMethod = answer.status === 307 || answer.status === 308 || hop.method === "HEAD";
      if (next.origin !== hop.url.origin) {
        if (keepsMethod && hop.body) throw new OutgoingError("could-not-fetch");
        forget(headers);
      }
      hop = keepsMethod ? { ...hop, url: next } : { url: next, method: "GET", body: null };
    }
  };
}

function nextHop(location: string, from: URL, configured: ReadonlySet<string>): URL {
  if (!URL.canParse(location, from)) throw new OutgoingError("could-not-fetch");
  const next = checkAddress(new URL(location, from), configured);
  // What began encrypted stays so.
  if (from.protocol === "https:" && next.protocol === "http:") throw new OutgoingError("address-not-allowed");
  return next;
}

function forget(headers: Headers): void {
  for (const name of [...headers.keys()]) if (!FOR_ANYBODY.includes(name)) headers.delete(name);
}

/** Reads the body to its end, or gives up where it grows too large. */
async function whole(answer: Awaited<ReturnType<typeof fetch>>, limit: number): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) throw new OutgoingError("could-not-fetch");
      chunks.push(chunk);
    }
  } catch (error) {
    return refuse(error);
  }
  const headers = new Headers([...answer.headers]);
  // The body was inflated on the way.
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(EMPTY.includes(answer.status) ? null : Buffer.concat(chunks), {
    status: answer.status,
    headers,
  });
}

/** Undici wraps what its connector says. */
function refuse(error: unknown): never {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof OutgoingError) throw at;
  throw new OutgoingError("could-not-fetch", error);
}
