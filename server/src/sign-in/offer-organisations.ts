import type { OrganisationOwed } from "@otklik/shared/people/sign-in";
import { asc, inArray } from "drizzle-orm";
import { organisations } from "../db/schema";
import type { Deps } from "../deps";
import type { KnownPerson } from "../people/enter-by-password";
import { INSTALLATION_ID, newSecret } from "../people/secrets";
import { keepStep } from "./sign-in-steps";

/** Asks whoever has given a password that is right in several organisations which of them they mean. */
export async function offerOrganisations(
  deps: Deps,
  known: readonly KnownPerson[],
): Promise<OrganisationOwed> {
  const orgs = known.map(({ orgId }) => orgId);
  const secret = newSecret();
  return deps.tenants.within([INSTALLATION_ID, ...orgs], async (tx) => {
    const named = await tx
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, orgs))
      .orderBy(asc(organisations.name), asc(organisations.id));
    const expiresAt = await keepStep(
      tx,
      { orgId: INSTALLATION_ID, personId: null, kind: "organisation", secret, data: known },
      deps.now(),
    );
    return {
      step: secret,
      expiresAt: expiresAt.toISOString(),
      organisations: named,
    };
  });
}
