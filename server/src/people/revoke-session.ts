import { and, eq } from "drizzle-orm";
import { sessions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { endSessions } from "./end-sessions";
import { namePerson } from "./name-person";

/**
 * Signs the caller out of one browser, from its next request on.
 *
 * @throws RegisterError `not-found` for another person's session and for one that has ended
 */
export async function revokeSession(deps: Deps, caller: Caller, sessionId: string): Promise<void> {
  await deps.tenants.within(caller.orgId, async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.orgId, caller.orgId),
          eq(sessions.id, sessionId),
          eq(sessions.personId, caller.personId),
        ),
      )
      .returning({ userAgent: sessions.userAgent });
    if (ended === undefined) throw new RegisterError("not-found");
    await recordPeopleEvent(tx, caller, {
      kind: "session_revoked",
      data: { person: await namePerson(tx, caller), userAgent: ended.userAgent },
    });
  });
}

/** Signs the caller out of all browsers but the one that asks. Without another nothing is written. */
export async function revokeOtherSessions(deps: Deps, caller: Caller): Promise<void> {
  await deps.tenants.within(caller.orgId, async (tx) => {
    const count = await endSessions(tx, caller, caller.sessionId);
    if (count === 0) return;
    await recordPeopleEvent(tx, caller, {
      kind: "sessions_revoked",
      data: { person: await namePerson(tx, caller), count },
    });
  });
}
