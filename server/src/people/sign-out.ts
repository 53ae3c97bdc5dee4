import { and, eq } from "drizzle-orm";
import { sessions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { recordEvent } from "../journal/record-event";
import { parseToken } from "./secrets";

/** Ends the session of this browser. */
export async function signOut(deps: Deps, caller: Caller, cookie: string): Promise<void> {
  const token = parseToken(cookie);
  if (token === null) return;
  await deps.tenants.within(token.orgId, async (tx) => {
    await tx
      .delete(sessions)
      .where(and(eq(sessions.orgId, token.orgId), eq(sessions.secretHash, token.secretHash)));
    await recordEvent(tx, caller, { kind: "session_ended" });
  });
}
