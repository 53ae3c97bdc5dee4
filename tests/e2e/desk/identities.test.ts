import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identities, people } from "../../../server/src/db/schema";
import { saySecurity } from "../../../server/web/messages/security/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import {
  makeOrganisation,
  makePerson,
  type TestOrganisation,
  type TestPerson,
} from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";

const ISSUER = "https://id.romashka.test";
const PROVIDER = "Ромашка ID";

let server: ServerProcess;
let browser: DeskBrowser;
/** The only one, so that the provider speaks for it. */
let organisation: TestOrganisation;

beforeAll(async () => {
  server = await startServer("127.0.0.1", {
    OIDC_ISSUER: ISSUER,
    OIDC_CLIENT_ID: "otklik",
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: PROVIDER,
  });
  organisation = await makeOrganisation(server.db);
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function linked(name: string): Promise<TestPerson> {
  const person = await makePerson(server.db, organisation, { name });
  await server.db.insert(identities).values({
    orgId: organisation.id,
    issuer: ISSUER,
    subject: randomUUID(),
    personId: person.id,
    lastUsedAt: new Date("2026-11-20T10:00:00Z"),
  });
  return person;
}

const identitiesOf = ({ id }: TestPerson) =>
  server.db.select().from(identities).where(eq(identities.personId, id));

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe.each(LOOKS)("in $locale, $colorScheme", (look) => {
  const { locale } = look;
  const title = saySecurity(locale, "identities.title");
  const remove = saySecurity(locale, "identities.remove");
  const removeLabel = saySecurity(locale, "identities.remove.label", { name: PROVIDER });
  const part = (page: Page) => page.getByRole("region", { name: title, exact: true });

  /** By the keyboard alone, as far as the dialog's field. */
  async function unlink(page: Page, password: string): Promise<void> {
    await button(page, removeLabel).press("Enter");
    await page.getByLabel(saySecurity(locale, "confirm.password"), { exact: true }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
  }

  it("one's own is shown and unlinked by who says the password", async () => {
    const person = await linked("Мария Жаворонкова");
    const { page, context } = await browser.visit(look, person);
    await page.goto("/account");
    await part(page).getByText(ISSUER, { exact: true }).waitFor();
    expect(await part(page).innerText()).toContain(PROVIDER);
    expect(await barriersOn(page)).toEqual([]);
    await unlink(page, "не тот пароль");
    await page.locator("[aria-invalid=true]").waitFor();
    expect(await identitiesOf(person)).toHaveLength(1);
    await page.keyboard.press("Escape");
    await unlink(page, person.password);
    await part(page)
      .getByText(saySecurity(locale, "identities.empty", { email: person.email }), { exact: true })
      .waitFor();
    expect(await identitiesOf(person)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await context.close();
  });

  it("the only way in stays, and it is said why", async () => {
    const person = await linked("Анна Зяблик");
    await server.db.update(people).set({ passwordHash: null }).where(eq(people.id, person.id));
    const { page, context } = await browser.visit(look, person);
    await page.goto("/account");
    await button(page, removeLabel).click();
    await page.getByText(saySecurity(locale, "confirm.fresh"), { exact: true }).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: remove, exact: true }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(/only way in|единственный способ войти/);
    expect(await barriersOn(page)).toEqual([]);
    expect(await identitiesOf(person)).toHaveLength(1);
    await context.close();
  });

  it("an administrator sees a colleague's and unlinks it by their own password; the log tells it", async () => {
    const admin = await makePerson(server.db, organisation, { name: "Олег Стриж", roles: ["admin"] });
    const person = await linked("Пётр Дроздов");
    const { page, context } = await browser.visit(look, admin);
    await page.goto(`/people/${person.id}`);
    await part(page).getByText(ISSUER, { exact: true }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await unlink(page, admin.password);
    await button(page, removeLabel).waitFor({ state: "detached" });
    await part(page).getByText(person.name).waitFor();
    expect(await identitiesOf(person)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
    await page.goto("/log");
    await page
      .getByText(new RegExp(`${ISSUER}.*${person.name}`))
      .first()
      .waitFor();
    await context.close();
  });
});
