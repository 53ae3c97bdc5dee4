import { sayAccountMail } from "@otklik/shared/messages/account-mail/index";
import type { IssuedLink } from "@otklik/shared/people/people";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import type { Deps } from "../deps";
import { mailPerson } from "../mail/mail-person";
import type { IssuedAccountLink } from "./issue-account-link";

/**
 * Sends a link to its person, when mail is configured.
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
  const mailed = await mailPerson(deps, orgId, person.email, (organisation) => {
    const said = { name: person.name, url, until: organisation.format(expiresAt) };
    const { locale, name, nameInSubject } = organisation;
    return {
      subject: sayAccountMail(locale, `${purpose}.subject`, { ...said, organisation: nameInSubject }),
      text: sayAccountMail(locale, `${purpose}.text`, { ...said, organisation: name }),
    };
  });
  return { url, expiresAt: expiresAt.toISOString(), mailed };
}
