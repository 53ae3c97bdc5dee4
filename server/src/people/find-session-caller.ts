import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { organisations, people, sessions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { permissionsOf } from "./permissions-of";
import { parseToken } from "./secrets";

/**
 * Who is signed in by this cookie; null when nobody is, or no longer.
 *
 * @param address network address of the browser
 */
export async function findSessionCaller(deps: Deps, cookie: string, address: string): Promise<Caller | null> {
  const token = parseToken(cookie);
  if (token === null) return null;
  const isThis = and(eq(sessions.orgId, token.orgId), eq(sessions.secretHash, token.secretHash));
  const [row] = await deps.tenants.read(token.orgId, (tx) =>
    tx
      .select({
        sessionId: sessions.id,
        personId: people.id,
        roles: people.roles,
        zone: organisations.zone,
        rulesRevision: organisations.rulesRevision,
        locale: organisations.locale,
        isNoted: sql<boolean>`coalesce(
          ${sessions.lastUsedAt} > now() - interval '1 hour' AND ${sessions.lastAddress} = ${address}, false)`,
      })
      .from(sessions)
      .innerJoin(people, and(eq(people.orgId, sessions.orgId), eq(people.id, sessions.personId)))
      .innerJoin(organisations, eq(organisations.id, sessions.orgId))
      .where(and(isThis, gt(sessions.expiresAt, deps.now()), isNull(people.disabledAt))),
  );
  if (row === undefined) return null;
  const { isNoted, ...known } = row;
  if (!isNoted) {
    await deps.tenants.within(token.orgId, (tx) =>
      tx.update(sessions).set({ lastUsedAt: sql`now()`, lastAddress: address }).where(isThis),
    );
  }
  return { orgId: token.orgId, deviceId: null, permissions: permissionsOf(row.roles, null), ...known };
}
