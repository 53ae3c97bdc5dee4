import type { SetupState } from "@otklik/shared/people/account";
import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "../db/client";
import { setupLinks } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { hashSecret, INSTALLATION_ID } from "./secrets";

/**
 * Tells whether a set-up link may still be used.
 *
 * @param address network address of the browser; wrong links are counted by it
 * @throws RegisterError as `requireSetupLink`, and `too-many-requests` after too many that were never made
 */
export async function findSetupLink(deps: Deps, token: string, address: string): Promise<SetupState> {
  return deps.limits.linkMisses.countMisses(address, "not-found", () =>
    deps.tenants.read(INSTALLATION_ID, (tx) => requireSetupLink(tx, token, deps.now())),
  );
}

/**
 * @throws RegisterError `setup-done` when there is an organisation already, `not-found` for a
 *   link that was never made, `setup-link-used` for one that was used or is older than its term
 */
export async function requireSetupLink(tx: Queryable, token: string, now: Date): Promise<SetupState> {
  const [link] = await tx
    .select()
    .from(setupLinks)
    .where(and(eq(setupLinks.orgId, INSTALLATION_ID), eq(setupLinks.secretHash, hashSecret(token))));
  if (link === undefined) throw new RegisterError("not-found");
  if (link.usedAt !== null || link.expiresAt <= now) throw new RegisterError("setup-link-used");
  // In this transaction, which may hold the lock under which organisations are made.
  const [known] = await tx.execute<{ done: boolean }>(sql`SELECT has_organisation() AS done`);
  if (known?.done !== false) throw new RegisterError("setup-done");
  return { expiresAt: link.expiresAt.toISOString() };
}
