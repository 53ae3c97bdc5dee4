import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { accountLinks } from "../db/schema";
import { recordPeopleEvent } from "../journal/record-people-event";
import { formatToken, hashSecret, newSecret } from "./secrets";

const HOUR_MS = 3_600_000;
const INVITATION_MS = 7 * MILLISECONDS_OF_DAY;
/** What goes from hand to hand takes longer than what a person has just asked for. */
const RESET_MS = { byAdmin: MILLISECONDS_OF_DAY, byMail: HOUR_MS } as const;

export interface NewAccountLink extends PersonKey {
  /** Of the person. */
  readonly name: string;
  readonly purpose: AccountLinkPurpose;
  /** An admin of theirs, or whoever looks after the installation; null when anybody asked for it by the address. */
  readonly issuedBy: PersonKey | null;
}

export interface IssuedAccountLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * Makes a link by which a person sets a password, once; their earlier links open nothing any more. But what anybody
 * may ask for replaces none that an admin has given. It is stored hashed, so that nobody can show it a second time.
 */
export async function issueAccountLink(
  tx: Queryable,
  publicUrl: string,
  link: NewAccountLink,
  now: Date,
): Promise<IssuedAccountLink> {
  const { orgId, personId, name, purpose, issuedBy } = link;
  const secret = newSecret();
  const term =
    purpose === "invitation" ? INVITATION_MS : issuedBy === null ? RESET_MS.byMail : RESET_MS.byAdmin;
  const expiresAt = new Date(now.getTime() + term);
  await spendAccountLinks(tx, link, now, issuedBy === null ? isNull(accountLinks.issuedBy) : undefined);
  await tx.insert(accountLinks).values({
    orgId,
    personId,
    purpose,
    issuedBy: issuedBy?.personId ?? null,
    secretHash: hashSecret(secret),
    issuedAt: now,
    expiresAt,
  });
  await recordPeopleEvent(
    tx,
    // Whoever looks after the installation is nobody in the organisation.
    { orgId, personId: issuedBy?.orgId === orgId ? issuedBy.personId : null, deviceId: null },
    {
      kind: "account_link_issued",
      data: { person: { id: personId, name }, purpose, expiresAt: expiresAt.toISOString() },
    },
  );
  // After the number sign, which browsers keep to themselves: no server on the way writes the secret down.
  const page = purpose === "invitation" ? "invitation" : "new-password";
  return { url: `${publicUrl}/${page}#${formatToken(orgId, secret)}`, expiresAt };
}

/** From now on none of the person's links opens anything, or none of `which`. */
export async function spendAccountLinks(
  tx: Queryable,
  person: PersonKey,
  now: Date,
  which?: SQL,
): Promise<void> {
  await tx
    .update(accountLinks)
    .set({ spentAt: now })
    .where(
      and(
        eq(accountLinks.orgId, person.orgId),
        eq(accountLinks.personId, person.personId),
        isNull(accountLinks.spentAt),
        which,
      ),
    );
}
