import type { PersonKey } from "../db/across";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import { findLinkedPerson } from "./find-linked-person";
import { issueAccountLink } from "./issue-account-link";
import { type LinkToMail, mailAccountLinks } from "./mail-account-links";

/**
 * Mails whoever has this address a link for a new password in each of their organisations, all in one mail; an open
 * invitation is sent again. Whoever asks is told nothing of it, so that this must not keep their answer waiting.
 * Without a mail server, and above the limits, nothing is done.
 *
 * @param email as `emailSchema` gives it
 * @param address network address of whoever asks
 */
export async function requestReset(deps: Deps, email: string, address: string): Promise<void> {
  if (deps.mail === null) return;
  try {
    await deps.limits.resetByAddress.count(address);
    const people = await deps.across.peopleByEmail(email);
    // Not for an address that nobody has.
    if (people.length > 0) await deps.limits.resetByEmail.count(email);
    const links: LinkToMail[] = [];
    try {
      for (const key of people) links.push(...(await makeLink(deps, key)));
    } finally {
      // Each has spent the one before it: what was made is sent, also when another organisation's could not be.
      await mailAccountLinks(deps, links);
    }
  } catch (error) {
    if (!(error instanceof RegisterError && error.code === "too-many-requests")) throw error;
  }
}

/** @returns none for who was shut out meanwhile */
async function makeLink(deps: Deps, key: PersonKey): Promise<LinkToMail[]> {
  const { orgId } = key;
  return deps.tenants.within(orgId, async (tx) => {
    const person = await findLinkedPerson(tx, key);
    if (person === null || person.disabledAt !== null) return [];
    const { name, purpose } = person;
    const wanted = { ...key, name, purpose, issuedBy: null };
    const link = await issueAccountLink(tx, deps.env.publicUrl, wanted, deps.now());
    return [{ orgId, person, purpose, link }];
  });
}
