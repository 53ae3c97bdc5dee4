import type { AccountLink } from "@otklik/shared/people/people";
import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import type { Queryable } from "../db/client";
import { accountLinks, organisations, passkeys, people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { parseToken } from "./secrets";

/**
 * Whom a link is for. Looking changes nothing: mail scanners open links too.
 *
 * @param address network address of the browser; wrong links are counted by it
 * @throws RegisterError `account-link-invalid`, alike for one that is wrong, used, replaced or too old
 */
export async function findAccountLink(deps: Deps, token: string, address: string): Promise<AccountLink> {
  const link = await requireAccountLink(deps, token, address);
  const { purpose, organisation, name, email, expiresAt } = link;
  const ends = purpose === "password_reset" ? await countPasskeys(deps, link) : 0;
  return { purpose, organisation, name, email, expiresAt: expiresAt.toISOString(), passkeys: ends };
}

/** The same with whose it is. */
export async function requireAccountLink(deps: Deps, token: string, address: string) {
  return deps.limits.linkMisses.countMisses(address, "account-link-invalid", async () => {
    const parsed = parseToken(token);
    const link =
      parsed === null
        ? undefined
        : await deps.tenants.read(parsed.orgId, (tx) => selectLink(tx, parsed, deps.now()));
    if (link === undefined) throw new RegisterError("account-link-invalid");
    return link;
  });
}

async function countPasskeys(deps: Deps, { orgId, personId }: PersonKey): Promise<number> {
  const [owned] = await deps.tenants.read(orgId, (tx) =>
    tx
      .select({ n: count() })
      .from(passkeys)
      .where(and(eq(passkeys.orgId, orgId), eq(passkeys.personId, personId))),
  );
  return owned?.n ?? 0;
}

async function selectLink(tx: Queryable, token: { orgId: string; secretHash: Buffer }, now: Date) {
  const [link] = await tx
    .select({
      orgId: accountLinks.orgId,
      secretHash: accountLinks.secretHash,
      purpose: accountLinks.purpose,
      personId: accountLinks.personId,
      expiresAt: accountLinks.expiresAt,
      organisation: organisations.name,
      name: people.name,
      email: people.email,
    })
    .from(accountLinks)
    .innerJoin(people, and(eq(people.orgId, accountLinks.orgId), eq(people.id, accountLinks.personId)))
    .innerJoin(organisations, eq(organisations.id, accountLinks.orgId))
    .where(
      and(
        eq(accountLinks.orgId, token.orgId),
        eq(accountLinks.secretHash, token.secretHash),
        gt(accountLinks.expiresAt, now),
        isNull(accountLinks.spentAt),
        isNull(people.disabledAt),
      ),
    );
  return link;
}
