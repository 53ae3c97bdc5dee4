import { sayAccountMail } from "@otklik/shared/messages/account-mail/index";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import type { Deps } from "../deps";
import { type Composed, type MailedFor, mailPersonOfMany } from "../mail/mail-person";
import type { IssuedAccountLink } from "./issue-account-link";
import { mailAccountLink } from "./mail-account-link";

export interface LinkToMail {
  readonly orgId: string;
  readonly person: { readonly name: string; readonly email: string };
  readonly purpose: AccountLinkPurpose;
  readonly link: IssuedAccountLink;
}

/** As many as a mail's text holds with the longest names. */
const LINKS_IN_MAIL = 30;

/**
 * Sends the links of one address in one mail, however many organisations they are of: else the limit of mails for an
 * address would be that times the organisations which know it.
 */
export async function mailAccountLinks(deps: Deps, links: readonly LinkToMail[]): Promise<void> {
  for (let from = 0; from < links.length; from += LINKS_IN_MAIL) {
    await mailTogether(deps, links.slice(from, from + LINKS_IN_MAIL));
  }
}

async function mailTogether(deps: Deps, links: readonly LinkToMail[]): Promise<void> {
  const [first, second] = links;
  if (first === undefined) return;
  if (second === undefined) {
    await mailAccountLink(deps, first.orgId, first.person, first.purpose, first.link);
    return;
  }
  const orgIds = links.map(({ orgId }) => orgId);
  await mailPersonOfMany(deps, orgIds, first.person.email, (organisations) => compose(links, organisations));
}

/** In the language of the first; of each organisation in its own. */
function compose(links: readonly LinkToMail[], organisations: readonly MailedFor[]): Composed {
  const locale = organisations[0]?.locale ?? "en";
  const said = links.flatMap(({ purpose, person, link }, at) => {
    const organisation = organisations[at];
    if (organisation === undefined) return [];
    return sayAccountMail(organisation.locale, `several.${purpose}`, {
      organisation: organisation.name,
      name: person.name,
      url: link.url,
      until: organisation.format(link.expiresAt),
    });
  });
  return {
    subject: sayAccountMail(locale, "several.subject"),
    text: sayAccountMail(locale, "several.text", { links: said.join("\n\n") }),
  };
}
