import type { Logger } from "pino";
import type { Across } from "../db/across";
import type { Env, OidcSettings } from "../env";

/** What is needed to know for whom the provider speaks. */
interface Sources {
  readonly env: Pick<Env, "oidc">;
  readonly across: Pick<Across, "organisationIds">;
}

/**
 * The one organisation whose people the identity provider may name: the one of the settings, or the only one that
 * there is. Whoever runs a provider can say that they are anybody, so it speaks for nobody else, and never for those
 * who look after the installation.
 *
 * @returns null without a provider, and while it is not known for which of several organisations it speaks
 */
export async function providerOrganisation({ env, across }: Sources): Promise<string | null> {
  if (env.oidc === null) return null;
  if (env.oidc.organisation !== null) return env.oidc.organisation;
  const [first, ...others] = await across.organisationIds();
  return first === undefined || others.length > 0 ? null : first;
}

/** The identity provider that speaks for the organisation now; null when none does. */
export async function providerOf(sources: Sources, orgId: string): Promise<OidcSettings | null> {
  return (await providerOrganisation(sources)) === orgId ? sources.env.oidc : null;
}

/** Tells the operator, when the server starts, of a provider by which nobody can enter. */
export async function warnOfSilentProvider({ env, across }: Sources, log: Logger): Promise<void> {
  if (env.oidc === null) return;
  const ids = await across.organisationIds();
  const { organisation } = env.oidc;
  if (organisation === null ? ids.length <= 1 : ids.includes(organisation)) return;
  log.warn(
    { organisations: ids },
    organisation === null
      ? "nobody signs in through the identity provider: OIDC_ORGANISATION must say for which organisation it speaks"
      : "nobody signs in through the identity provider: OIDC_ORGANISATION is the id of no organisation",
  );
}
