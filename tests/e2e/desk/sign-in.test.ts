import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { organisations, people, sessions } from "../../../server/src/db/schema";
import { sayDesk } from "../../../server/web/messages/index";
import { saySecurity } from "../../../server/web/messages/security/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, type Look, openDeskBrowser } from "../../support/desk-browser";
import { makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";
import { addAuthenticator } from "../../support/virtual-authenticator";

let server: ServerProcess;
let browser: DeskBrowser;

beforeAll(async () => {
  server = await startServer("localhost");
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const newPerson = async (): Promise<TestPerson> => makePerson(server.db, await makeOrganisation(server.db));

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const section = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });

async function givePassword(page: Page, { locale }: Look, person: TestPerson): Promise<void> {
  await page.getByLabel(sayDesk(locale, "signIn.email"), { exact: true }).fill(person.email);
  await page.getByLabel(sayDesk(locale, "signIn.password"), { exact: true }).fill(person.password);
  await button(page, sayDesk(locale, "signIn.submit")).click();
}

async function confirmBy(page: Page, { locale }: Look, person: TestPerson, action: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(saySecurity(locale, "confirm.password"), { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: action, exact: true }).click();
}

const isSignedIn = (page: Page) => page.waitForURL(/\/complaints/);

// First in this file: the others make organisations.
it.each(LOOKS)("whoever comes before set-up is told of the link, in $locale, $colorScheme", async (look) => {
  const { page, context } = await browser.visit(look);
  await page.goto("/");
  await page.getByText(sayDesk(look.locale, "signIn.notSetUp"), { exact: true }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await context.close();
});

describe.each(LOOKS)("in $locale, $colorScheme", (look) => {
  const say: typeof saySecurity = saySecurity;
  const { locale } = look;

  it("asks in which organisation, where one password is right in several, by the keyboard alone", async () => {
    const person = await newPerson();
    const other = await makeOrganisation(server.db);
    const named = "Общество с ограниченной ответственностью «Быстрый кот и его многочисленные друзья»";
    await server.db.update(organisations).set({ name: named }).where(eq(organisations.id, other.id));
    const [row] = await server.db.select().from(people).where(eq(people.id, person.id));
    if (row === undefined) throw new Error("The person is not there");
    await server.db.insert(people).values({ ...row, orgId: other.id, id: randomUUID() });
    const { page, context } = await browser.visit(look);
    await page.goto("/sign-in");
    await givePassword(page, look, person);
    const title = sayDesk(locale, "signIn.choice.title");
    await page.getByRole("heading", { name: title, exact: true, level: 1 }).waitFor();
    expect(await page.title()).toContain(title);
    expect(await barriersOn(page)).toEqual([]);
    await button(page, named).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    while ((await focused()) !== named) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await isSignedIn(page);
    const [entered] = await server.db.select().from(sessions).where(eq(sessions.orgId, other.id));
    expect(entered).toBeDefined();
    await context.close();
  });

  it("who was shut out and gives the right password is told so", async () => {
    const person = await newPerson();
    await server.db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, person.id));
    const { page, context } = await browser.visit(look);
    await page.goto("/sign-in");
    await givePassword(page, look, person);
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toMatch(/has been ended|доступ в реестр закрыт/);
    expect(await barriersOn(page)).toEqual([]);
    await context.close();
  });

  it("turns the code on, and signs in by one that an app reckons", async () => {
    const person = await newPerson();
    const { page, context } = await browser.visit(look, person);
    await page.goto("/account");
    const totp = section(page, say(locale, "totp.title"));
    await button(page, say(locale, "totp.turnOn")).click();
    expect(await barriersOn(page)).toEqual([]);
    await confirmBy(page, look, person, say(locale, "totp.turnOn"));
    await totp.getByRole("img", { name: say(locale, "totp.enrol.qr") }).waitFor();
    expect(await barriersOn(page)).toEqual([]);

    const secret = (await totp.locator(".enrol-secret").innerText()).replaceAll(" ", "");
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await totp.getByLabel(say(locale, "totp.enrol.code"), { exact: true }).fill(app.generate());
    await page.keyboard.press("Enter");
    await totp.getByRole("heading", { name: say(locale, "codes.title") }).waitFor();
    expect(await totp.locator(".recovery-codes code").count()).toBe(10);
    const [recovery = ""] = await totp.locator(".recovery-codes code").allInnerTexts();
    expect(await barriersOn(page)).toEqual([]);
    await button(page, say(locale, "codes.kept")).click();
    await totp.getByText(say(locale, "codes.left", { count: 10 })).waitFor();

    await context.clearCookies();
    await page.goto("/sign-in");
    await givePassword(page, look, person);
    const code = page.getByLabel(sayDesk(locale, "signIn.code"), { exact: true });
    await code.fill("000 000 0");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    // That of the next half minute: the present one may have been taken by turning the code on.
    await code.fill(app.generate({ timestamp: Date.now() + 30_000 }));
    await page.keyboard.press("Enter");
    await isSignedIn(page);

    await context.clearCookies();
    await page.goto("/sign-in");
    await givePassword(page, look, person);
    await code.fill(recovery);
    await page.keyboard.press("Enter");
    await isSignedIn(page);
    await page.goto("/account");
    await totp.getByText(say(locale, "codes.left", { count: 9 })).waitFor();
    await context.close();
  });

  it("adds a passkey, signs in by it alone, renames and removes it", async () => {
    const person = await newPerson();
    const { page, context } = await browser.visit(look, person);
    await addAuthenticator(context, page);
    await page.goto("/account");
    const passkeys = section(page, say(locale, "passkeys.title"));
    await button(page, say(locale, "passkeys.add")).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say(locale, "passkeys.name"), { exact: true }).fill("Рабочий ноутбук");
    expect(await barriersOn(page)).toEqual([]);
    await confirmBy(page, look, person, say(locale, "passkeys.add"));
    await passkeys.getByText("Рабочий ноутбук", { exact: true }).waitFor();
    expect(await barriersOn(page)).toEqual([]);

    // The browser offers it in the field's list, and the authenticator of the test takes the offer at once.
    await context.clearCookies();
    await page.goto("/sign-in");
    await isSignedIn(page);
    await context.clearCookies();
    // As a browser that offers nothing there.
    await page.addInitScript(() => {
      Object.assign(PublicKeyCredential, { isConditionalMediationAvailable: async () => false });
    });
    await page.goto("/sign-in");
    await button(page, sayDesk(locale, "signIn.passkey")).click();
    await isSignedIn(page);
    const methods = await server.db.$client`
      SELECT method FROM sign_in_attempts WHERE person_id = ${person.id} AND method = 'passkey' AND succeeded`;
    expect(methods).toHaveLength(2);

    await page.goto("/account");
    await passkeys
      .getByRole("button", { name: say(locale, "passkeys.rename.label", { name: "Рабочий ноутбук" }) })
      .click();
    await dialog.getByLabel(say(locale, "passkeys.name"), { exact: true }).fill("Старый ноутбук");
    await page.keyboard.press("Enter");
    await passkeys.getByText("Старый ноутбук", { exact: true }).waitFor();
    await passkeys
      .getByRole("button", { name: say(locale, "passkeys.remove.label", { name: "Старый ноутбук" }) })
      .click();
    // By the passkey itself, as who has no password does.
    await dialog.getByRole("button", { name: say(locale, "confirm.byPasskey") }).click();
    await passkeys.getByText(say(locale, "passkeys.empty")).waitFor();
    await context.close();
  });

  it.each(["unavailable", "refused", "nobody", "over"] as const)(
    "says that a sign-in at the provider came to nothing: %s",
    async (failure) => {
      const { page, context } = await browser.visit(look);
      await page.goto(`/sign-in?provider=${failure}&next=%2Fcomplaints`);
      await page.getByText(sayDesk(locale, `signIn.provider.${failure}.detail`)).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await context.close();
    },
  );
});
