import { and, eq, gt, isNull } from "drizzle-orm";
import { organisations, people, sessions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { permissionsOf } from "./permissions-of";
import { parseToken } from "./secrets";

/** Who is signed in by this cookie; null when nobody is, or no longer. */
export async function findSessionCaller(deps: Deps, cookie: string): Promise<Caller | null> {
  const token = parseToken(cookie);
  if (token === null) return null;
  const [row] = await deps.db
    .select({
      sessionId: sessions.id,
      personId: people.id,
      roles: people.roles,
      zone: organisations.zone,
      rulesRevision: organisations.rulesRevision,
      locale: organisations.locale,
    })
    .from(sessions)
    .innerJoin(people, and(eq(people.orgId, sessions.orgId), eq(people.id, sessions.personId)))
    .innerJoin(organisations, eq(organisations.id, sessions.orgId))
    .where(
      and(
        eq(sessions.orgId, token.orgId),
        eq(sessions.secretHash, token.secretHash),
        gt(sessions.expiresAt, deps.now()),
        isNull(people.disabledAt),
      ),
    );
  if (row === undefined) return null;
  return {
    orgId: token.orgId,
    deviceId: null,
    permissions: permissionsOf(row.roles, null),
    ...row,
  };
}
