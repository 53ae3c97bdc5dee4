import { and, eq, ne } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { sessions, signInSteps } from "../db/schema";

/**
 * Signs a person out of all browsers, those too where a code is still owed.
 *
 * @param except id of the session that asks and goes on; null when none does
 * @returns how many were ended
 */
export async function endSessions(tx: Queryable, key: PersonKey, except: string | null): Promise<number> {
  await tx
    .delete(signInSteps)
    .where(and(eq(signInSteps.orgId, key.orgId), eq(signInSteps.personId, key.personId)));
  const ended = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.orgId, key.orgId),
        eq(sessions.personId, key.personId),
        except === null ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}
