import { MILLISECONDS_OF_DAY } from "@otklik/shared/deadline/time/local-day";
import { and, eq, lte } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { sessions } from "../db/schema";
import { recordEvent } from "../journal/record-event";
import { recordSignInAttempts, type SignInMethod } from "./record-sign-in-attempts";
import { formatToken, hashSecret, newSecret } from "./secrets";
import type { Visit } from "./visit";

const DAYS = 14;

export interface StartedSession extends PersonKey {
  /** For the cookie. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Signs a person in on one browser, for two weeks at most, and writes it into their sign-in history; their sessions
 * that have ended are thrown away.
 *
 * @param method by which the person showed who they are, the last one where it took two
 */
export async function startSession(
  tx: Queryable,
  person: PersonKey,
  now: Date,
  method: SignInMethod,
  visit: Visit,
): Promise<StartedSession> {
  const { orgId, personId } = person;
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + DAYS * MILLISECONDS_OF_DAY);
  await tx
    .delete(sessions)
    .where(and(eq(sessions.orgId, orgId), eq(sessions.personId, personId), lte(sessions.expiresAt, now)));
  await tx.insert(sessions).values({
    orgId,
    personId,
    secretHash: hashSecret(secret),
    createdAt: now,
    expiresAt,
    userAgent: visit.userAgent,
    lastUsedAt: now,
    lastAddress: visit.address,
  });
  await recordSignInAttempts(tx, [person], { method, succeeded: true, at: now }, visit);
  await recordEvent(tx, { orgId, personId, deviceId: null }, { kind: "session_started" });
  return { orgId, personId, token: formatToken(orgId, secret), expiresAt };
}
