import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { INSTALLATION_ID, newSecret } from "../people/secrets";
import { type Provider, ProviderDown } from "./provider";
import { keepStep } from "./sign-in-steps";

/** Where the provider sends the browser back to; it has to know this address. */
export function providerReturn(publicUrl: string): string {
  return `${publicUrl}/api/sign-in/provider/callback`;
}

/**
 * Begins a sign-in at the identity provider.
 *
 * @param next where to go at the desk afterwards
 * @returns where to send the browser, and the secret that binds the answer to it
 * @throws RegisterError `provider-unavailable`
 */
export async function startAtProvider(
  deps: Deps,
  provider: Provider,
  next: string | undefined,
): Promise<{ url: string; secret: string; expiresAt: Date }> {
  const { url, secrets } = await provider.begin(providerReturn(deps.env.publicUrl)).catch((error) => {
    if (!(error instanceof ProviderDown)) throw error;
    deps.log.warn({ err: error }, "the identity provider does not answer");
    throw new RegisterError("provider-unavailable", { retryAfterSeconds: 30, cause: error });
  });
  const secret = newSecret();
  const expiresAt = await deps.tenants.within(INSTALLATION_ID, (tx) =>
    keepStep(
      tx,
      { orgId: INSTALLATION_ID, personId: null, kind: "provider", secret, data: { ...secrets, next } },
      deps.now(),
    ),
  );
  return { url, secret, expiresAt };
}
