import { randomUUID } from "node:crypto";
import type { SetUp } from "@otklik/shared/people/account";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { people, setupLinks } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { findSetupLink, requireSetupLink } from "./find-setup-link";
import { insertOrganisation } from "./insert-organisation";
import type { Passwords } from "./passwords";
import { hashSecret, INSTALLATION_ID } from "./secrets";
import { type StartedSession, startSession } from "./start-session";
import type { Visit } from "./visit";

/** Any number that nothing else locks by. */
const SETUP_LOCK = 4_605_512;

/**
 * Makes the organisation, its topics and its first admin through the one-time link, and signs
 * the admin in.
 */
export async function setUp(
  deps: Deps,
  passwords: Passwords,
  input: SetUp,
  visit: Visit,
): Promise<StartedSession> {
  await findSetupLink(deps, input.token, visit.address);
  // Before the transaction: hashing takes a while.
  const passwordHash = await passwords.hash(input.password);
  const orgId = randomUUID();
  const personId = randomUUID();
  return deps.tenants.within([INSTALLATION_ID, orgId], async (tx) => {
    // Two links used at once must not make two organisations.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${SETUP_LOCK})`);
    await requireSetupLink(tx, input.token, deps.now());
    await useLink(tx, input.token, deps.now());
    const { zone, locale, name, email } = input;
    await insertOrganisation(tx, { id: orgId, name: input.organisationName, zone, locale });
    await tx.insert(people).values({ orgId, id: personId, name, email, passwordHash, roles: ["admin"] });
    await recordPeopleEvent(
      tx,
      { orgId, personId, deviceId: null },
      { kind: "organisation_created", data: { name: input.organisationName, zone, locale } },
    );
    return startSession(tx, { orgId, personId }, deps.now(), "link", visit);
  });
}

async function useLink(tx: Queryable, token: string, usedAt: Date): Promise<void> {
  const used = await tx
    .update(setupLinks)
    .set({ usedAt })
    .where(
      and(
        eq(setupLinks.orgId, INSTALLATION_ID),
        eq(setupLinks.secretHash, hashSecret(token)),
        isNull(setupLinks.usedAt),
      ),
    )
    .returning({ usedAt: setupLinks.usedAt });
  if (used.length === 0) throw new RegisterError("setup-link-used");
}
