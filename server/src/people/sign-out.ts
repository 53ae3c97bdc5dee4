import { and, eq } from "drizzle-orm";
import { sessions } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { recordEvent } from "../journal/record-event";
import { sessionOf } from "./session-of";

/** Ends the session of this browser. @throws RegisterError `not-allowed` for a device, which has none */
export async function signOut(deps: Deps, caller: Caller): Promise<void> {
  const sessionId = sessionOf(caller);
  await deps.tenants.within(caller.orgId, async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.orgId, caller.orgId), eq(sessions.id, sessionId)))
      .returning({ id: sessions.id });
    if (ended.length > 0) await recordEvent(tx, caller, { kind: "session_ended" });
  });
}
