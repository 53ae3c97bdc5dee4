import { isIP } from "node:net";
import type { PersonKey } from "../db/across";
import { RegisterError } from "../errors";
import { INSTALLATION_ID } from "../people/secrets";

/** This server, as passkeys know it. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Null where browsers make no passkeys: an address of numbers is no name that a passkey could belong to. */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { hostname, origin } = new URL(publicUrl);
  const isNumbers = isIP(hostname.replaceAll(/[[\]]/g, "")) !== 0;
  return isNumbers ? null : { id: hostname, origin };
}

/** @throws RegisterError `not-found` where there can be no passkeys */
export function requireRelyingParty(publicUrl: string): RelyingParty {
  const party = relyingPartyOf(publicUrl);
  if (party === null) throw new RegisterError("not-found");
  return party;
}

/** By what a passkey names its person: the two ids, which tell nobody anything. */
export function userHandleOf({ orgId, personId }: PersonKey): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(`${orgId}${personId}`.replaceAll("-", ""), "hex"));
}

/** Where the challenges of those are kept who have not said yet who they are. */
export const NOBODYS = { orgId: INSTALLATION_ID, personId: null } as const;
