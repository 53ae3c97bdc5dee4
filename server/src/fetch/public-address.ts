import ipaddr from "ipaddr.js";

/** `::127.0.0.1` and its like: an old way to write IPv4, which counts as unicast. */
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR("::/96");

/**
 * Whether an IP address is one of the open internet. Only what is known to be public is: not this machine, a
 * private or link-local network, one reserved for other uses, or an IPv4 address within an IPv6 one.
 *
 * @param address as a resolver gives it, or in brackets as an address of the web has it
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.range() !== "unicast") return false;
  return !(parsed instanceof ipaddr.IPv6) || !parsed.match(IPV4_COMPATIBLE);
}
