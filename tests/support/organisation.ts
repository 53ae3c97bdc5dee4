import { randomUUID } from "node:crypto";
import type { Topic } from "@otklik/shared/complaint/complaint";
import type { Locale } from "@otklik/shared/people/locale";
import { EXTENSION_SCOPE, type Permission, PLATFORM_ROLE, type Role } from "@otklik/shared/people/roles";
import type { Sql } from "postgres";
import type { Database } from "../../server/src/db/client";
import { devices, organisations, people, topics } from "../../server/src/db/schema";
import type { Caller } from "../../server/src/deps";
import { createPasswords } from "../../server/src/people/passwords";
import { permissionsOf } from "../../server/src/people/permissions-of";
import { formatToken, hashSecret, INSTALLATION_ID, newSecret } from "../../server/src/people/secrets";
import { startSession } from "../../server/src/people/start-session";

export interface TestOrganisation {
  readonly id: string;
  readonly zone: string;
  readonly locale: Locale;
  readonly topics: readonly Topic[];
}

export interface TestPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organisation: TestOrganisation;
  readonly roles: readonly Role[];
}

export interface TestDevice {
  readonly id: string;
  readonly token: string;
  readonly origin: string;
  /** What its requests carry. */
  readonly headers: { readonly authorization: string; readonly origin: string };
}

const passwords = createPasswords();
const VISIT = { address: "127.0.0.1", userAgent: null };

/** An organisation of invented people with two topics, in Moscow's zone unless said otherwise. */
export async function makeOrganisation(
  db: Database,
  overrides: { readonly zone?: string; readonly locale?: Locale } = {},
): Promise<TestOrganisation> {
  const { zone = "Europe/Moscow", locale = "ru" } = overrides;
  const id = randomUUID();
  const made = ["Доставка", "Оплата"].map((name) => ({ id: randomUUID(), name }));
  await db.insert(organisations).values({ id, name: "ООО «Ромашка»", zone, locale });
  await db.insert(topics).values(made.map((topic, position) => ({ ...topic, orgId: id, position })));
  return { id, zone, locale, topics: made };
}

/** A person who can sign in with the password that is given back. */
export async function makePerson(
  db: Database,
  organisation: TestOrganisation,
  overrides: { readonly name?: string; readonly roles?: readonly Role[] } = {},
): Promise<TestPerson> {
  const { name = "Мария Жаворонкова", roles = ["agent"] } = overrides;
  const id = randomUUID();
  const email = `${id}@romashka.test`;
  const password = `пароль-${id}`;
  const passwordHash = await passwords.hash(password);
  await db
    .insert(people)
    .values({ orgId: organisation.id, id, name, email, passwordHash, roles: [...roles] });
  return { id, name, email, password, organisation, roles };
}

/** A platform administrator, who belongs to the installation; made by the owner of the tables, as no role of theirs may. */
export async function makePlatformAdmin(owner: Sql): Promise<TestPerson> {
  const [id, orgId] = [randomUUID(), INSTALLATION_ID];
  const [name, email, password] = ["Павел Сорока", `${id}@platform.test`, `пароль-${id}`];
  const passwordHash = await passwords.hash(password);
  await owner`
    INSERT INTO organisations (id, name, zone, locale) VALUES (${orgId}, 'Otklik', 'UTC', 'en')
    ON CONFLICT DO NOTHING`;
  await owner`
    INSERT INTO people (org_id, id, name, email, password_hash, roles)
    VALUES (${orgId}, ${id}, ${name}, ${email}, ${passwordHash}, ${[PLATFORM_ROLE]})`;
  const organisation = { id: orgId, zone: "UTC", locale: "en" as const, topics: [] };
  return { id, name, email, password, organisation, roles: [PLATFORM_ROLE] };
}

/** An extension that the person has paired. */
export async function makeDevice(
  db: Database,
  person: TestPerson,
  overrides: { readonly scope?: readonly Permission[]; readonly origin?: string } = {},
): Promise<TestDevice> {
  const { scope = EXTENSION_SCOPE, origin = "chrome-extension://abcdefghijklmnopabcdefghijklmnop" } =
    overrides;
  const id = randomUUID();
  const secret = newSecret();
  const orgId = person.organisation.id;
  await db.insert(devices).values({
    orgId,
    id,
    personId: person.id,
    name: "Chromium",
    origin,
    secretHash: hashSecret(secret),
    scope: [...scope],
  });
  const token = formatToken(orgId, secret);
  return { id, token, origin, headers: { authorization: `Bearer ${token}`, origin } };
}

/** The cookie of the person's browser, and what else it sends along with every request of the desk. */
export async function signIn(
  db: Database,
  person: TestPerson,
  now = new Date(),
): Promise<{ readonly cookie: string; readonly "sec-fetch-site": string }> {
  const key = { orgId: person.organisation.id, personId: person.id };
  const session = await db.transaction((tx) => startSession(tx, key, now, "password", VISIT));
  return { cookie: `otklik=${session.token}`, "sec-fetch-site": "same-origin" };
}

/** The person as verbs see them, at the desk or by a device, before any rules were published. */
export function callerOf(person: TestPerson, deviceId: string | null = null): Caller {
  const { organisation, roles } = person;
  return {
    orgId: organisation.id,
    personId: person.id,
    deviceId,
    sessionId: null,
    roles,
    permissions: permissionsOf(roles, deviceId === null ? null : EXTENSION_SCOPE),
    zone: organisation.zone,
    rulesRevision: 0,
    locale: organisation.locale,
  };
}
