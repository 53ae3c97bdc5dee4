import { randomUUID } from "node:crypto";
import { emailSchema } from "@otklik/shared/people/account";
import type { Permission } from "@otklik/shared/people/roles";
import { eq } from "drizzle-orm";
import { devices, people } from "../db/schema";
import type { Deps } from "../deps";
import { recordEvent } from "../journal/record-event";
import { formatToken, hashSecret, newSecret } from "../people/secrets";
import { AdminRefusal } from "./admin-refusal";

/** No browser sends it, so that CORS never allows it. */
const ORIGIN = "command-line";

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
  const found = wanted.success
    ? await deps.db.select().from(people).where(eq(people.email, wanted.data))
    : [];
  const [person] = found;
  if (person === undefined) throw new AdminRefusal(`There is no person with the e-mail ${email}.`);
  if (found.length > 1) throw new AdminRefusal(`${email} belongs to people of several organisations.`);
  const { orgId, id: personId } = person;
  const secret = newSecret();
  const id = randomUUID();
  await deps.db.transaction(async (tx) => {
    await tx.insert(devices).values({
      orgId,
      id,
      personId,
      name: "Token made on the server",
      origin: ORIGIN,
      secretHash: hashSecret(secret),
      scope: [...scope],
      pairedAt: deps.now(),
    });
    await recordEvent(
      tx,
      { orgId, personId, deviceId: id },
      { kind: "device_paired", data: { origin: ORIGIN, scope } },
    );
  });
  return formatToken(orgId, secret);
}
