import { emailSchema } from "@otklik/shared/people/account";
import type { ProviderFailure } from "@otklik/shared/people/provider-failure";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { PersonKey } from "../db/across";
import { identities } from "../db/schema";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { holdPerson } from "../people/hold-person";
import { INSTALLATION_ID } from "../people/secrets";
import { type StartedSession, startSession } from "../people/start-session";
import type { Visit } from "../people/visit";
import { type Provider, ProviderDown, type ProviderPerson } from "./provider";
import { providerOrganisation } from "./provider-organisation";
import { takeStep } from "./sign-in-steps";

const keptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
});

type Answer = { readonly next: string | undefined } & (
  | { readonly session: StartedSession }
  | { readonly failure: ProviderFailure }
);

/**
 * Signs in by the identity provider's answer: whom it has vouched for before, else the person of its
 * organisation with the e-mail address that it vouches for, who is known by its own name from then on. Nobody is made by it,
 * and no code of ours is asked for: the provider asks for what it holds to be enough.
 *
 * @param secret of the browser that began; the answer serves once and for it alone
 * @param came the address that the browser came back to
 */
export async function signInByProvider(
  deps: Deps,
  provider: Provider,
  secret: string | undefined,
  came: URL,
  visit: Visit,
): Promise<Answer> {
  const now = deps.now();
  const step =
    secret === undefined
      ? null
      : await deps.tenants.within(INSTALLATION_ID, (tx) =>
          takeStep(tx, { orgId: INSTALLATION_ID, kind: "provider", secret }, now),
        );
  if (step === null) return { next: undefined, failure: "over" };
  const { next, ...secrets } = keptSchema.parse(JSON.parse(step.data));

  let vouched: ProviderPerson;
  try {
    vouched = await provider.finish(came, secrets);
  } catch (error) {
    deps.log.warn({ err: error }, "a sign-in at the identity provider came to nothing");
    return { next, failure: error instanceof ProviderDown ? "unavailable" : "refused" };
  }

  const organisation = await providerOrganisation(deps);
  const known = (await deps.across.peopleByIdentity(vouched.issuer, vouched.subject)).filter(
    ({ orgId }) => orgId === organisation,
  );
  const [person = null] =
    known.length > 0 ? known : await peopleWith(deps, organisation, vouched.verifiedEmail);
  if (person === null) return { next, failure: "nobody" };
  const session = await deps.tenants.within(person.orgId, async (tx) => {
    const held = await holdPerson(tx, person, "share");
    if (held === null) return null;
    const { issuer, subject } = vouched;
    if (known.length > 0) {
      const used = await tx
        .update(identities)
        .set({ lastUsedAt: now })
        .where(
          and(
            eq(identities.orgId, person.orgId),
            eq(identities.issuer, issuer),
            eq(identities.subject, subject),
            eq(identities.personId, person.personId),
          ),
        )
        .returning({ id: identities.id });
      // Removed since it was found.
      if (used.length === 0) return null;
    } else {
      const linked = await tx
        .insert(identities)
        .values({ ...person, issuer, subject, linkedAt: now, lastUsedAt: now })
        .onConflictDoNothing()
        .returning({ personId: identities.personId });
      // The name at the provider belongs to somebody who was shut out.
      if (linked.length === 0) return null;
      await recordPeopleEvent(
        tx,
        { ...person, deviceId: null },
        { kind: "identity_linked", data: { person: { id: held.id, name: held.name }, issuer } },
      );
    }
    return startSession(tx, person, now, "provider", visit);
  });
  return session === null ? { next, failure: "nobody" } : { next, session };
}

/** In the organisation an address is one person's. */
async function peopleWith(
  { across }: Deps,
  organisation: string | null,
  verifiedEmail: string | null,
): Promise<readonly PersonKey[]> {
  const email = emailSchema.safeParse(verifiedEmail).data;
  if (email === undefined) return [];
  return (await across.peopleByEmail(email)).filter(({ orgId }) => orgId === organisation);
}
