import type { Locale } from "@otklik/shared/people/locale";
import { eq } from "drizzle-orm";
import { organisations } from "../db/schema";
import type { Deps } from "../deps";
import { RegisterError } from "../errors";

/** The organisation as its mails name it. */
export interface MailedFor {
  readonly name: string;
  /** As much of the name as a subject bears beside other words: the text has the whole. */
  readonly nameInSubject: string;
  readonly locale: Locale;
  /** An instant as its people read it. */
  format(instant: Date): string;
}

export interface Composed {
  readonly subject: string;
  readonly text: string;
}

/** A name may be longer than a whole subject. */
const NAME_IN_SUBJECT = 100;

/**
 * Mails one person in the organisation's language, when mail is configured. What is mailed was stored before: a mail
 * that could not be made or was not taken stands in the log, and undoes nothing. Never inside a transaction: a mail
 * server may be slow.
 *
 * @returns whether the mail server took it
 */
export async function mailPerson(
  deps: Deps,
  orgId: string,
  to: string,
  compose: (organisation: MailedFor) => Composed,
): Promise<boolean> {
  return mailComposed(deps, to, async () => compose(await readOrganisation(deps, orgId)));
}

/** The same for a person of several organisations: one mail, whatever the languages of these. */
export async function mailPersonOfMany(
  deps: Deps,
  orgIds: readonly string[],
  to: string,
  compose: (organisations: readonly MailedFor[]) => Composed,
): Promise<boolean> {
  return mailComposed(deps, to, async () =>
    compose(await Promise.all(orgIds.map((orgId) => readOrganisation(deps, orgId)))),
  );
}

async function mailComposed(deps: Deps, to: string, compose: () => Promise<Composed>): Promise<boolean> {
  if (deps.mail === null) return false;
  try {
    return await deps.mail.send({ to, ...(await compose()) });
  } catch (error) {
    deps.log.warn({ err: error }, "a mail was not sent");
    return false;
  }
}

async function readOrganisation(deps: Deps, orgId: string): Promise<MailedFor> {
  const [organisation] = await deps.tenants.read(orgId, (tx) =>
    tx
      .select({ name: organisations.name, locale: organisations.locale, zone: organisations.zone })
      .from(organisations)
      .where(eq(organisations.id, orgId)),
  );
  if (organisation === undefined) throw new RegisterError("not-found");
  const { name, locale, zone } = organisation;
  const words = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: zone });
  return { name, nameInSubject: shortened(name), locale, format: (instant) => words.format(instant) };
}

function shortened(name: string): string {
  const letters = [...name];
  return letters.length <= NAME_IN_SUBJECT ? name : `${letters.slice(0, NAME_IN_SUBJECT - 1).join("")}…`;
}
