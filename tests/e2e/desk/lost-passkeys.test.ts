import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { passkeys, totpSecrets } from "../../../server/src/db/schema";
import { sayLinks } from "../../../server/web/messages/links/index";
import { sayPeople } from "../../../server/web/messages/people/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";

const NAME = "Анна Снегирёва";

let server: ServerProcess;
let browser: DeskBrowser;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function adminAndPerson(): Promise<{ admin: TestPerson; person: TestPerson }> {
  const organisation = await makeOrganisation(server.db);
  const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
  return { admin, person: await makePerson(server.db, organisation, { name: NAME }) };
}

const addPasskey = ({ organisation, id }: TestPerson) =>
  server.db.insert(passkeys).values({
    orgId: organisation.id,
    personId: id,
    name: "Телефон",
    credentialId: randomUUID(),
    publicKey: Buffer.from("x"),
    signCount: 0,
    transports: [],
  });

const turnOnCodes = ({ organisation, id }: TestPerson) =>
  server.db.insert(totpSecrets).values({
    orgId: organisation.id,
    personId: id,
    sealedSecret: Buffer.from("x"),
    confirmedAt: new Date(),
    recoveryHashes: [],
  });

const passkeysOf = ({ id }: TestPerson) =>
  server.db.select({ name: passkeys.name }).from(passkeys).where(eq(passkeys.personId, id));

const button = (within: Pick<Page, "getByRole">, name: string) =>
  within.getByRole("button", { name, exact: true });

it.each(["passkeysOff", "bothOff"] as const)(
  "an admin removes what was lost with a phone: %s",
  async (what) => {
    const { admin, person } = await adminAndPerson();
    await addPasskey(person);
    if (what === "bothOff") await turnOnCodes(person);
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${person.id}`);
    const name = sayPeople("ru", `access.${what}`);
    await button(page, name).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(sayPeople("ru", `access.${what}.confirm`, { count: 1 })).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await button(dialog, name).click();
    await button(page, name).waitFor({ state: "detached" });
    expect(await passkeysOf(person)).toEqual([]);
    await context.close();
  },
);

async function resetLinkFrom(admin: TestPerson, person: TestPerson): Promise<string> {
  const { page, context } = await browser.visit(undefined, admin);
  await page.goto(`/people/${person.id}`);
  await button(page, sayPeople("ru", "access.reset")).click();
  const link = await page.getByRole("dialog").getByLabel(sayPeople("ru", "link.address")).inputValue();
  await context.close();
  return link;
}

it("a link for a new password says beforehand that passkeys are removed with it", async () => {
  const { admin, person } = await adminAndPerson();
  await addPasskey(person);
  const theirs = await browser.visit();
  await theirs.page.goto(await resetLinkFrom(admin, person));
  await theirs.page.getByText(sayLinks("ru", "password_reset.passkeys", { count: 1 })).waitFor();
  expect(await barriersOn(theirs.page)).toEqual([]);
  await theirs.page.getByLabel(sayLinks("ru", "password")).fill("пять тихих сов у реки");
  await button(theirs.page, sayLinks("ru", "password_reset.submit")).click();
  await theirs.page.waitForURL("**/complaints");
  expect(await passkeysOf(person)).toEqual([]);
  await theirs.context.close();
});

it("a link for a new password says that it is set when a code is owed as well", async () => {
  const { admin, person } = await adminAndPerson();
  await turnOnCodes(person);
  const theirs = await browser.visit();
  await theirs.page.goto(await resetLinkFrom(admin, person));
  await theirs.page.getByLabel(sayLinks("ru", "password")).fill("пять тихих сов у реки");
  await button(theirs.page, sayLinks("ru", "password_reset.submit")).click();
  await theirs.page.getByText(sayLinks("ru", "codeOwed")).waitFor();
  expect(await barriersOn(theirs.page)).toEqual([]);
  await theirs.context.close();
});
