import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { and, eq, lte } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { sessions } from "../db/schema";
import { recordEvent } from "../journal/record-event";
import { formatToken, hashSecret, newSecret } from "./secrets";

const DAYS = 14;

export interface StartedSession {
  readonly orgId: string;
  readonly personId: string;
  /** For the cookie. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs a person in on one browser, for two weeks at most; their sessions that have ended are thrown away. */
export async function startSession(
  tx: Queryable,
  person: { readonly orgId: string; readonly personId: string },
  now: Date,
): Promise<StartedSession> {
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + DAYS * MILLISECONDS_OF_DAY);
  await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.orgId, person.orgId),
        eq(sessions.personId, person.personId),
        lte(sessions.expiresAt, now),
      ),
    );
  await tx.insert(sessions).values({ ...person, secretHash: hashSecret(secret), createdAt: now, expiresAt });
  await recordEvent(tx, { ...person, deviceId: null }, { kind: "session_started" });
  return { ...person, token: formatToken(person.orgId, secret), expiresAt };
}
