import { and, eq, isNull } from "drizzle-orm";
import type { PersonKey } from "../db/across";
import { people } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { issueAccountLink } from "./issue-account-link";
import { hasJoined } from "./list-people";
import { mailAccountLink } from "./mail-account-link";

/**
 * Mails a link for a new password to whoever has this address, in each of their organisations; an open invitation is
 * sent again. Whoever asks is told nothing of it, so that this must not keep their answer waiting. Without a mail
 * server, and above the limits, nothing is done.
 *
 * @param email as `emailSchema` gives it
 * @param address network address of whoever asks
 */
export async function requestReset(deps: Deps, email: string, address: string): Promise<void> {
  if (deps.mail === null) return;
  try {
    await deps.limits.resetByAddress.count(address);
    for (const key of await deps.across.peopleByEmail(email)) {
      await deps.limits.resetByEmail.count(email);
      await mailLink(deps, key);
    }
  } catch (error) {
    if (!(error instanceof RegisterError && error.code === "too-many-requests")) throw error;
  }
}

async function mailLink(deps: Deps, { orgId, personId }: PersonKey): Promise<void> {
  const made = await deps.tenants.within(orgId, async (tx) => {
    const [person] = await tx
      .select({ name: people.name, email: people.email, hasJoined: hasJoined() })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId), isNull(people.disabledAt)))
      .for("update");
    if (person === undefined) return null;
    const purpose = person.hasJoined ? "password_reset" : "invitation";
    const link = await issueAccountLink(
      tx,
      deps.env.publicUrl,
      { orgId, personId, name: person.name, purpose, issuedBy: null },
      deps.now(),
    );
    return { person, purpose, link } as const;
  });
  if (made !== null) await mailAccountLink(deps, orgId, made.person, made.purpose, made.link);
}
