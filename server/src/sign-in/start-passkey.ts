import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { Deps } from "../deps";
import { newChallenge } from "./challenges";
import { NOBODYS, requireRelyingParty } from "./relying-party";

/**
 * Asks for any passkey of this server, by a new challenge.
 *
 * @param asked nobody yet when signing in, else the person who confirms something
 */
export async function startPasskey(
  deps: Deps,
  asked: { readonly orgId: string; readonly personId: string | null } = NOBODYS,
) {
  const party = requireRelyingParty(deps.env.publicUrl);
  const challenge = await newChallenge(deps.tenants, asked, "passkey", deps.now());
  const { extensions: _none, ...options } = await generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    userVerification: "required",
  });
  return options;
}
