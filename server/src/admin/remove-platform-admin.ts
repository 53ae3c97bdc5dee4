import { emailSchema } from "@otklik/shared/people/account";
import { and, eq, isNull } from "drizzle-orm";
import { people } from "../db/schema";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { endAccess } from "../people/end-access";
import { withPairings } from "../people/revoke-all-devices";
import { INSTALLATION_ID } from "../people/secrets";
import { AdminRefusal } from "./admin-refusal";

/**
 * Shuts somebody out who looked after the installation, at once. Whoever makes them anew by the same address starts
 * with the password alone.
 *
 * @throws AdminRefusal with one sentence
 */
export async function removePlatformAdmin(deps: Deps, email: string): Promise<void> {
  const wanted = emailSchema.safeParse(email);
  const orgId = INSTALLATION_ID;
  const actor = { orgId, personId: null, deviceId: null };
  await deps.tenants.within(withPairings(orgId), async (tx) => {
    const now = deps.now();
    const [person] = wanted.success
      ? await tx
          .update(people)
          .set({ disabledAt: now })
          .where(and(eq(people.orgId, orgId), eq(people.email, wanted.data), isNull(people.disabledAt)))
          .returning({ id: people.id, name: people.name })
      : [];
    if (person === undefined)
      throw new AdminRefusal(`There is no platform administrator with the e-mail ${email}.`);
    await recordPeopleEvent(tx, actor, await endAccess(tx, actor, person, now));
  });
}
