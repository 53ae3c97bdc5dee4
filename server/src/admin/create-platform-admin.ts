import { randomUUID } from "node:crypto";
import { setupSchema } from "@otklik/shared/people/account";
import { PLATFORM_ROLE } from "@otklik/shared/people/roles";
import { organisations, people } from "../db/schema";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import type { Passwords } from "../people/passwords";
import { INSTALLATION_ID } from "../people/secrets";
import { AdminRefusal } from "./admin-refusal";

export interface NewPlatformAdmin {
  readonly email: string;
  readonly password: string;
  readonly name: string | undefined;
}

const DEFAULT_NAME = "Platform";
/** The installation's own row; it is no organisation, and nobody registers anything in it. */
const INSTALLATION = { id: INSTALLATION_ID, name: "Otklik", zone: "UTC", locale: "en" } as const;

/**
 * Makes somebody who looks after the installation: they make organisations and see no complaint.
 *
 * @throws AdminRefusal with one sentence
 */
export async function createPlatformAdmin(
  deps: Deps,
  passwords: Passwords,
  asked: NewPlatformAdmin,
): Promise<void> {
  const parsed = setupSchema
    .pick({ name: true, email: true, password: true })
    .safeParse({ ...asked, name: asked.name ?? DEFAULT_NAME });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AdminRefusal(
      `The ${issue?.path.join(".") ?? "input"} does not fit: ${issue?.message ?? "it is wrong"}.`,
    );
  }
  const { name, email, password } = parsed.data;
  const passwordHash = await passwords.hash(password);
  const [id, orgId] = [randomUUID(), INSTALLATION_ID];
  await deps.tenants.within(orgId, async (tx) => {
    await tx.insert(organisations).values(INSTALLATION).onConflictDoNothing();
    const made = await tx
      .insert(people)
      .values({ orgId, id, name, email, passwordHash, roles: [PLATFORM_ROLE] })
      .onConflictDoNothing({ target: [people.orgId, people.email] })
      .returning({ id: people.id });
    if (made.length === 0)
      throw new AdminRefusal(`There is a platform administrator with the e-mail ${email} already.`);
    await recordPeopleEvent(
      tx,
      { orgId, personId: id, deviceId: null },
      { kind: "admin_created", data: { person: { id, name } } },
    );
  });
}
