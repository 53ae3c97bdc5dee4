import { sayAccountMail } from "@otklik/shared/messages/account-mail/index";
import type { IssuedLink } from "@otklik/shared/people/people";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import { eq } from "drizzle-orm";
import { organisations } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";
import type { IssuedAccountLink } from "./issue-account-link";

/**
 * Sends a link to its person, in the organisation's language, when mail is configured. Never inside a transaction: a
 * mail server may be slow.
 *
 * @returns the link, and whether the mail server took it
 */
export async function mailAccountLink(
  deps: Deps,
  orgId: string,
  person: { readonly name: string; readonly email: string },
  purpose: AccountLinkPurpose,
  { url, expiresAt }: IssuedAccountLink,
): Promise<IssuedLink> {
  const link = { url, expiresAt: expiresAt.toISOString() };
  if (deps.mail === null) return { ...link, mailed: false };
  const { name: organisation, locale, zone } = await readOrganisation(deps, orgId);
  const until = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone });
  const said = { name: person.name, organisation, url, until: until.format(expiresAt) };
  const mailed = await deps.mail.send({
    to: person.email,
    subject: sayAccountMail(locale, `${purpose}.subject`, said),
    text: sayAccountMail(locale, `${purpose}.text`, said),
  });
  return { ...link, mailed };
}

async function readOrganisation(deps: Deps, orgId: string) {
  const [organisation] = await deps.tenants.read(orgId, (tx) =>
    tx
      .select({ name: organisations.name, locale: organisations.locale, zone: organisations.zone })
      .from(organisations)
      .where(eq(organisations.id, orgId)),
  );
  if (organisation === undefined) throw new RegisterError("not-found");
  return organisation;
}
