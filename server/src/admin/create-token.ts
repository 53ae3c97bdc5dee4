import { randomUUID } from "node:crypto";
import { emailSchema } from "@otklik/shared/people/account";
import type { Permission } from "@otklik/shared/people/roles";
import { devices } from "../db/schema";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { namePerson } from "../people/name-person";
import { formatToken, hashSecret, newSecret } from "../people/secrets";
import { AdminRefusal } from "./admin-refusal";

/** No browser sends it, so that CORS never allows it. */
const ORIGIN = "command-line";
const NAME = "Token made on the server";

/**
 * Makes a token by which a program acts for a person; it is listed and revoked like a paired device.
 *
 * @returns the token; it is stored nowhere
 * @throws AdminRefusal with one sentence
 */
export async function createToken(
  deps: Deps,
  { email, scope }: { readonly email: string; readonly scope: readonly Permission[] },
): Promise<string> {
  const wanted = emailSchema.safeParse(email);
  const found = wanted.success ? await deps.across.peopleByEmail(wanted.data) : [];
  const [person] = found;
  if (person === undefined) throw new AdminRefusal(`There is no person with the e-mail ${email}.`);
  if (found.length > 1) throw new AdminRefusal(`${email} belongs to people of several organisations.`);
  const { orgId, personId } = person;
  const secret = newSecret();
  const id = randomUUID();
  await deps.tenants.within(orgId, async (tx) => {
    await tx.insert(devices).values({
      orgId,
      id,
      personId,
      name: NAME,
      origin: ORIGIN,
      secretHash: hashSecret(secret),
      scope: [...scope],
      pairedAt: deps.now(),
    });
    await recordPeopleEvent(
      tx,
      { orgId, personId, deviceId: id },
      {
        kind: "device_paired",
        data: { person: await namePerson(tx, person), name: NAME, origin: ORIGIN },
      },
    );
  });
  return formatToken(orgId, secret);
}
