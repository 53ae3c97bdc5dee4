import { isIP } from "node:net";
import { OutgoingError } from "./outgoing-error";
import { isPublicAddress } from "./public-address";

const PROTOCOLS: readonly string[] = ["http:", "https:"];

/**
 * Checks an address of the web before anything is sent there. A name is checked again by what it resolves to.
 *
 * @param configured origins that the operator named in the settings: they may be internal and have any port
 * @throws OutgoingError `address-not-allowed`
 */
export function checkAddress(address: string | URL, configured: ReadonlySet<string>): URL {
  if (!URL.canParse(address.toString())) throw new OutgoingError("address-not-allowed");
  const url = new URL(address);
  const isPlain = PROTOCOLS.includes(url.protocol) && url.username === "" && url.password === "";
  if (!isPlain) throw new OutgoingError("address-not-allowed");
  if (configured.has(url.origin)) return url;
  // The protocol's own port is an empty string.
  const isUsualPort = url.port === "" || url.port === "80" || url.port === "443";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!isUsualPort || (isIP(host) !== 0 && !isPublicAddress(host))) {
    throw new OutgoingError("address-not-allowed");
  }
  return url;
}
