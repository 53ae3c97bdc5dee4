import { randomUUID } from "node:crypto";
import { setupSchema } from "@otklik/shared/people/account";
import { inArray } from "drizzle-orm";
import { organisations, people } from "../db/schema";
import type { Deps } from "../deps";
import { recordPeopleEvent } from "../journal/record-people-event";
import { createSetupLink } from "../people/create-setup-link";
import type { Passwords } from "../people/passwords";
import { setUp } from "../people/set-up";
import { AdminRefusal } from "./admin-refusal";
import { readFields } from "./read-fields";

export interface NewAdmin {
  readonly email: string;
  readonly password: string;
  readonly name: string | undefined;
  readonly organisation: string | undefined;
  /** Of a new organisation, IANA name; the machine's own when it is left out. */
  readonly zone?: string | undefined;
}

/** From where the first admin is signed in, as their sign-in history shows it. */
const COMMAND_LINE = { address: "127.0.0.1", userAgent: "pnpm admin" };
const DEFAULTS = { organisationName: "Otklik", name: "Admin", locale: "ru" } as const;

/**
 * Makes an admin: with the organisation when there is none yet, else in the one that is named or the only one.
 *
 * @throws AdminRefusal with one sentence
 */
export async function createAdmin(deps: Deps, passwords: Passwords, asked: NewAdmin): Promise<void> {
  const existing = await readOrganisations(deps);
  const input = readInput(asked);
  if (existing.length === 0) {
    const token = new URL((await createSetupLink(deps)).url).hash.slice(1);
    await setUp(deps, passwords, { ...input, token }, COMMAND_LINE);
    return;
  }
  const organisation = chooseOrganisation(existing, asked.organisation);
  await addAdmin(deps, passwords, organisation.id, input);
}

async function readOrganisations({ across, tenants }: Deps) {
  const ids = await across.organisationIds();
  return tenants.read(ids, (tx) =>
    tx
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(inArray(organisations.id, [...ids])),
  );
}

type Organisation = Awaited<ReturnType<typeof readOrganisations>>[number];

function chooseOrganisation(existing: readonly Organisation[], name: string | undefined): Organisation {
  const [organisation, ...others] =
    name === undefined ? existing : existing.filter((each) => each.name === name);
  if (organisation !== undefined && others.length === 0) return organisation;
  const names = existing.map((each) => each.name).join(", ");
  if (name === undefined) throw new AdminRefusal(`Say which organisation by --organisation: ${names}.`);
  throw new AdminRefusal(
    organisation === undefined
      ? `There is no organisation ${name}: there ${existing.length === 1 ? "is" : "are"} ${names}; the platform administrator makes new ones at the desk.`
      : `More than one organisation is named ${name}: let an administrator of the right one invite at the desk.`,
  );
}

type Input = ReturnType<typeof readInput>;

function readInput(asked: NewAdmin) {
  return readFields(setupSchema, {
    token: "",
    organisationName: asked.organisation ?? DEFAULTS.organisationName,
    zone: asked.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: DEFAULTS.locale,
    name: asked.name ?? DEFAULTS.name,
    email: asked.email,
    password: asked.password,
  });
}

async function addAdmin(deps: Deps, passwords: Passwords, orgId: string, input: Input): Promise<void> {
  const { name, email } = input;
  const passwordHash = await passwords.hash(input.password);
  const id = randomUUID();
  await deps.tenants.within(orgId, async (tx) => {
    const made = await tx
      .insert(people)
      .values({ orgId, id, name, email, passwordHash, roles: ["admin"] })
      .onConflictDoNothing({ target: [people.orgId, people.email] })
      .returning({ id: people.id });
    if (made.length === 0)
      throw new AdminRefusal(`There is a person with the e-mail ${email} already, perhaps shut out.`);
    await recordPeopleEvent(
      tx,
      // On the machine itself nobody is signed in: it is not their own doing.
      { orgId, personId: null, deviceId: null },
      { kind: "admin_created", data: { person: { id, name } } },
    );
  });
}
