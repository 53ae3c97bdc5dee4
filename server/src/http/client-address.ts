import type { Context } from "hono";
import ipaddr from "ipaddr.js";
import type { AppEnv } from "./app-env";

type Address = ReturnType<typeof ipaddr.parse>;

/** Whether an address is of a proxy whose word is taken for whom it passes on. */
export type IsTrustedProxy = (address: Address) => boolean;

/** @param networks such as `10.0.0.0/8` */
export function createTrustedProxies(networks: readonly string[]): IsTrustedProxy {
  const ranges = networks.map((network) => ipaddr.parseCIDR(network));
  return (address) =>
    ranges.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

/**
 * Network address of the client, IPv4 in its own notation. It is the connection's other end; only where that is a
 * trusted proxy is `X-Forwarded-For` read, from the right, to the first that is not one. What stands further left
 * was written by the client and means nothing.
 */
export function clientAddress(c: Context<AppEnv>): string {
  const remote = parse(c.env?.incoming?.socket.remoteAddress ?? "");
  if (remote === null) return "unknown";
  const isTrusted = c.get("isTrustedProxy");
  let client = remote;
  const forwarded = c.req.header("x-forwarded-for")?.split(",") ?? [];
  while (isTrusted(client.address)) {
    const next = parse(forwarded.pop()?.trim() ?? "");
    if (next === null) break;
    client = next;
  }
  return client.text;
}

interface Parsed {
  readonly address: Address;
  readonly text: string;
}

const REMEMBERED = 1_000;
/** Every request asks, mostly for the same few: parsing takes as long as much else of a request. */
const parsed = new Map<string, Parsed>();

/** Null for what is no address; an IPv4 address may be in the notation of IPv6, as sockets give it. */
function parse(text: string): Parsed | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  const made = { address, text: address.toString() };
  if (parsed.size >= REMEMBERED) parsed.clear();
  parsed.set(text, made);
  return made;
}
