import { randomUUID } from "node:crypto";
import { setupSchema } from "@otklik/shared/people/account";
import { PLATFORM_ROLE } from "@otklik/shared/people/roles";
import { isNotNull } from "drizzle-orm";
import { organisations, people } from "../db/schema";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import type { Passwords } from "../people/passwords";
import { INSTALLATION_ID } from "../people/secrets";
import { AdminRefusal } from "./admin-refusal";
import { readFields } from "./read-fields";

export interface NewPlatformAdmin {
  readonly email: string;
  readonly password: string;
  readonly name: string | undefined;
}

const FIELDS = setupSchema.pick({ name: true, email: true, password: true });
const DEFAULT_NAME = "Platform";
/** The installation's own row; it is no organisation, and nobody registers anything in it. */
const INSTALLATION = { id: INSTALLATION_ID, name: "Otklik", zone: "UTC", locale: "en" } as const;

/**
 * Makes somebody who looks after the installation: they make organisations and see no complaint. Who was removed
 * comes back by the same address, with the new name and password.
 *
 * @throws AdminRefusal with one sentence
 */
export async function createPlatformAdmin(
  deps: Deps,
  passwords: Passwords,
  asked: NewPlatformAdmin,
): Promise<void> {
  const { name, email, password } = readFields(FIELDS, {
    name: asked.name ?? DEFAULT_NAME,
    email: asked.email,
    password: asked.password,
  });
  const passwordHash = await passwords.hash(password);
  const orgId = INSTALLATION_ID;
  await deps.tenants.within(orgId, async (tx) => {
    await tx.insert(organisations).values(INSTALLATION).onConflictDoNothing();
    const [made] = await tx
      .insert(people)
      .values({ orgId, id: randomUUID(), name, email, passwordHash, roles: [PLATFORM_ROLE] })
      .onConflictDoUpdate({
        target: [people.orgId, people.email],
        set: { name, passwordHash, disabledAt: null },
        setWhere: isNotNull(people.disabledAt),
      })
      .returning({ id: people.id, name: people.name });
    if (made === undefined)
      throw new AdminRefusal(`There is a platform administrator with the e-mail ${email} already.`);
    await recordPeopleEvent(
      tx,
      // On the machine itself nobody is signed in: it is not their own doing.
      { orgId, personId: null, deviceId: null },
      { kind: "admin_created", data: { person: made } },
    );
  });
}
