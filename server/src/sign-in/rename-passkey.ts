import { and, eq } from "drizzle-orm";
import { passkeys } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { RegisterError } from "../errors";

/** Gives one of the caller's passkeys another name. It opens what it opened, so the log says nothing. @throws RegisterError `not-found` */
export async function renamePasskey(deps: Deps, caller: Caller, id: string, name: string): Promise<void> {
  const renamed = await deps.tenants.within(caller.orgId, (tx) =>
    tx
      .update(passkeys)
      .set({ name })
      .where(
        and(eq(passkeys.orgId, caller.orgId), eq(passkeys.personId, caller.personId), eq(passkeys.id, id)),
      )
      .returning({ id: passkeys.id }),
  );
  if (renamed.length === 0) throw new RegisterError("not-found");
}
