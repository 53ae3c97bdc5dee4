import { ACCOUNT_LIMITS } from "@otklik/shared/people/account-limits";
import type { Account } from "@otklik/shared/people/people";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import { passkeys, people, sessions, signInAttempts, totpSecrets } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { readIdentities } from "../sign-in/list-identities";
import { providerOf } from "../sign-in/provider-organisation";

/** All that the caller manages of themselves. */
export async function findAccount(deps: Deps, caller: Caller): Promise<Account> {
  const provider = await providerOf(deps, caller.orgId);
  return deps.tenants.read(caller.orgId, async (tx) => {
    const [person, totp, keys, known, signedIn, history] = await Promise.all([
      readPerson(tx, caller),
      readTotp(tx, caller),
      readPasskeys(tx, caller),
      readIdentities(tx, caller, provider),
      readSessions(tx, caller, deps.now()),
      readHistory(tx, caller),
    ]);
    return {
      name: person.name,
      email: person.email,
      hasPassword: person.passwordHash !== null,
      totp,
      passkeys: keys,
      identities: known,
      sessions: signedIn,
      history,
      provider: provider !== null,
    };
  });
}

async function readPerson(tx: Tenant, { orgId, personId }: Caller) {
  const [person] = await tx
    .select({ name: people.name, email: people.email, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
  if (person === undefined) throw new RegisterError("not-signed-in");
  return person;
}

async function readTotp(tx: Tenant, { orgId, personId }: Caller): Promise<Account["totp"]> {
  const [secret] = await tx
    .select({ confirmedAt: totpSecrets.confirmedAt, codes: totpSecrets.recoveryHashes })
    .from(totpSecrets)
    .where(and(eq(totpSecrets.orgId, orgId), eq(totpSecrets.personId, personId)));
  if (secret === undefined || secret.confirmedAt === null) return null;
  return { confirmedAt: secret.confirmedAt.toISOString(), recoveryCodesLeft: secret.codes.length };
}

async function readPasskeys(tx: Tenant, { orgId, personId }: Caller): Promise<Account["passkeys"]> {
  const rows = await tx
    .select({
      id: passkeys.id,
      name: passkeys.name,
      addedAt: passkeys.addedAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId)))
    .orderBy(asc(passkeys.addedAt), asc(passkeys.id));
  return rows.map((row) => ({
    ...row,
    addedAt: row.addedAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** The newest first. */
async function readSessions(tx: Tenant, caller: Caller, now: Date): Promise<Account["sessions"]> {
  const rows = await tx
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      lastAddress: sessions.lastAddress,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.orgId, caller.orgId),
        eq(sessions.personId, caller.personId),
        gt(sessions.expiresAt, now),
      ),
    )
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    current: row.id === caller.sessionId,
  }));
}

async function readHistory(tx: Tenant, { orgId, personId }: Caller): Promise<Account["history"]> {
  const rows = await tx
    .select({
      at: signInAttempts.at,
      method: signInAttempts.method,
      succeeded: signInAttempts.succeeded,
      address: signInAttempts.address,
      userAgent: signInAttempts.userAgent,
    })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.orgId, orgId), eq(signInAttempts.personId, personId)))
    .orderBy(desc(signInAttempts.id))
    .limit(ACCOUNT_LIMITS.historyLines);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
