import { and, eq, gt } from "drizzle-orm";
import { people, sessions } from "../db/schema";
import type { Tenant } from "../db/tenants";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";
import { recordPeopleEvent } from "../journal/record-people-event";
import { endSessions } from "./end-sessions";
import { holdCaller } from "./hold-person";
import { spendAccountLinks } from "./issue-account-link";
import type { Passwords } from "./passwords";

const JUST_SIGNED_IN_MS = 10 * 60_000;

/**
 * Gives the caller another password and signs them out everywhere else. Who has none yet must have signed in just now.
 *
 * @throws RegisterError `not-confirmed` for a wrong present password; `too-many-requests` after too many of them
 */
export async function changePassword(
  deps: Deps,
  passwords: Passwords,
  caller: Caller,
  input: { readonly current?: string | undefined; readonly next: string },
): Promise<void> {
  const { orgId, personId } = caller;
  await deps.limits.secondFactor.countMisses(`confirm ${orgId} ${personId}`, "not-confirmed", () =>
    confirm(deps, passwords, caller, input.current),
  );
  const passwordHash = await passwords.hash(input.next);
  await deps.tenants.within(orgId, async (tx) => {
    const { id, name } = await holdCaller(tx, caller);
    await tx
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
    const ended = await endSessions(tx, caller, caller.sessionId);
    await spendAccountLinks(tx, caller, deps.now());
    await recordPeopleEvent(tx, caller, {
      kind: "password_changed",
      data: { person: { id, name }, sessions: ended },
    });
  });
}

async function confirm(
  deps: Deps,
  passwords: Passwords,
  caller: Caller,
  current: string | undefined,
): Promise<void> {
  const { passwordHash, isFresh } = await deps.tenants.read(caller.orgId, (tx) =>
    readStanding(tx, caller, new Date(deps.now().getTime() - JUST_SIGNED_IN_MS)),
  );
  const isConfirmed = passwordHash === null ? isFresh : await passwords.matches(passwordHash, current ?? "");
  if (!isConfirmed) throw new RegisterError("not-confirmed");
}

async function readStanding(tx: Tenant, { orgId, personId, sessionId }: Caller, since: Date) {
  const [person] = await tx
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
  const fresh =
    sessionId === null
      ? []
      : await tx
          .select({ id: sessions.id })
          .from(sessions)
          .where(and(eq(sessions.orgId, orgId), eq(sessions.id, sessionId), gt(sessions.createdAt, since)));
  return { passwordHash: person?.passwordHash ?? null, isFresh: fresh.length > 0 };
}
