import { and, eq } from "drizzle-orm";
import { people } from "../db/schema";
import type { Caller, Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "./name-person";

/** Changes how the caller is called from now on; what they did before keeps the name it was done under. */
export async function renameOneself(deps: Deps, caller: Caller, name: string): Promise<void> {
  const { orgId, personId } = caller;
  await deps.tenants.within(orgId, async (tx) => {
    const before = await namePerson(tx, caller);
    if (before.name === name) return;
    await tx
      .update(people)
      .set({ name })
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)));
    await recordPeopleEvent(tx, caller, {
      kind: "person_renamed",
      data: { person: { id: personId, name }, before: before.name },
    });
  });
}
