import type { PersonKey } from "../db/across";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { findLinkedPerson } from "./find-linked-person";
import { issueAccountLink } from "./issue-account-link";
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
    const people = await deps.across.peopleByEmail(email);
    // Once for all of their organisations, and not for an address that nobody has.
    if (people.length > 0) await deps.limits.resetByEmail.count(email);
    for (const key of people) await mailLink(deps, key);
  } catch (error) {
    if (!(error instanceof RegisterError && error.code === "too-many-requests")) throw error;
  }
}

async function mailLink(deps: Deps, key: PersonKey): Promise<void> {
  const made = await deps.tenants.within(key.orgId, async (tx) => {
    const person = await findLinkedPerson(tx, key);
    if (person === null || person.disabledAt !== null) return null;
    const { name, purpose } = person;
    const link = { ...key, name, purpose, issuedBy: null };
    return { person, link: await issueAccountLink(tx, deps.env.publicUrl, link, deps.now()) };
  });
  if (made !== null) await mailAccountLink(deps, key.orgId, made.person, made.person.purpose, made.link);
}
