import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, buildConnector } from "undici";
import { OutgoingError } from "./outgoing-error";
import { isPublicAddress } from "./public-address";

/** All IP addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** Opens a connection to an IP address, never to a name. */
export type Connect = buildConnector.connector;

export interface PinnedAgentOptions {
  readonly configured: ReadonlySet<string>;
  readonly resolve?: Resolve;
  readonly connect?: Connect;
  readonly connectMs: number;
}

/**
 * Connections to addresses that were checked: a name is resolved once, all that it resolves to must be public, and
 * the socket goes to what was checked. A name that changes its mind in between changes nothing.
 */
export function createPinnedAgent({
  configured,
  resolve = resolveByDns,
  connect,
  connectMs,
}: PinnedAgentOptions): Agent {
  const dial = connect ?? buildConnector({ timeout: connectMs });

  async function addressOf({ protocol, hostname, port }: buildConnector.Options): Promise<string> {
    const host = hostname.replace(/^\[|\]$/g, "");
    const addresses = isIP(host) === 0 ? await within(connectMs, resolve(host)) : [host];
    const isConfigured = configured.has(new URL(`${protocol}//${hostname}:${port}`).origin);
    const [first] = addresses;
    if (first === undefined) throw new OutgoingError("could-not-fetch");
    if (!isConfigured && !addresses.every(isPublicAddress)) throw new OutgoingError("address-not-allowed");
    return first;
  }

  return new Agent({
    connections: 8,
    keepAliveTimeout: 1_000,
    connect(options, callback) {
      addressOf(options).then(
        (address) =>
          dial({ ...options, hostname: address, servername: serverNameOf(options.hostname) }, callback),
        (error: Error) => callback(error, null),
      );
    },
  });
}

/** What the certificate must be for; an IP address is asked for without a name. */
function serverNameOf(hostname: string): string | undefined {
  return isIP(hostname.replace(/^\[|\]$/g, "")) === 0 ? hostname : undefined;
}

async function resolveByDns(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

/** A resolver cannot be called off, but nobody waits longer for it. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutgoingError("could-not-fetch")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
