import { sayFieldProblem, sayProblem } from "@otklik/shared/messages/problem/index";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { totpSecrets } from "../../../server/src/db/schema";
import { sayAccount } from "../../../server/web/messages/account/index";
import { sayDesk } from "../../../server/web/messages/index";
import { sayPeople } from "../../../server/web/messages/people/index";
import { saySecurity } from "../../../server/web/messages/security/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";

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

const newPerson = async (...roles: TestPerson["roles"]) =>
  makePerson(server.db, await makeOrganisation(server.db), { roles });
const button = (where: Page | Locator, name: string) => where.getByRole("button", { name, exact: true });
/** What is said to be wrong, each at its field, in the order of the fields. */
const errors = (page: Page) => page.locator(".field-error").allTextContents();
const expectErrors = (page: Page, said: string[]) => expect.poll(() => errors(page)).toEqual(said);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("name"));
const isInSight = (one: Locator) =>
  one.evaluate((element) => {
    const { x, top, bottom } = element.getBoundingClientRect();
    return [top + 1, bottom - 1].every((y) => document.elementFromPoint(x + 1, y) === element);
  });

describe.each(LOOKS)("in $locale, $colorScheme", (look) => {
  const { locale } = look;
  const missing = (path: string) => sayFieldProblem(locale, { path, reason: "too_small", limit: 1 });

  it("the sign-in names each empty field and asks the server nothing", async () => {
    const { page, context } = await browser.visit(look);
    const asked: string[] = [];
    page.on(
      "request",
      (request) => request.method() === "POST" && asked.push(new URL(request.url()).pathname),
    );
    await page.goto("/sign-in");
    const submit = button(page, sayDesk(locale, "signIn.submit"));
    await submit.click();
    await expectErrors(page, [missing("email"), missing("password")]);
    expect(await focused(page)).toBe("email");
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel(sayDesk(locale, "signIn.email"), { exact: true }).fill("anna@romashka.test");
    await submit.click();
    await expectErrors(page, [missing("password")]);
    expect(asked).not.toContain("/api/session");
    await context.close();
  });

  it("the code that is owed at the sign-in is asked for when it is not typed", async () => {
    const person = await newPerson("agent");
    const key = { orgId: person.organisation.id, personId: person.id };
    const factor = { sealedSecret: Buffer.from("x"), confirmedAt: new Date(), recoveryHashes: [] };
    await server.db.insert(totpSecrets).values({ ...key, ...factor });
    const { page, context } = await browser.visit(look);
    await page.goto("/sign-in");
    await page.getByLabel(sayDesk(locale, "signIn.email"), { exact: true }).fill(person.email);
    await page.getByLabel(sayDesk(locale, "signIn.password"), { exact: true }).fill(person.password);
    await button(page, sayDesk(locale, "signIn.submit")).click();
    await page.getByLabel(sayDesk(locale, "signIn.code"), { exact: true }).waitFor();
    await button(page, sayDesk(locale, "signIn.submit")).click();
    await expectErrors(page, [sayDesk(locale, "signIn.code.empty")]);
    expect(await focused(page)).toBe("code");
    expect(await page.getByRole("alert").count()).toBe(0);
    await context.close();
  });

  it("the own password is named when it is missing, wrong or the same again", async () => {
    const person = await newPerson("agent");
    const { page, context } = await browser.visit(look, person);
    await page.goto("/account");
    const current = page.getByLabel(sayAccount(locale, "password.current"), { exact: true });
    const next = page.getByLabel(sayAccount(locale, "password.next"), { exact: true });
    const save = button(page, sayAccount(locale, "password.save"));
    await save.click();
    await expectErrors(page, [missing("confirmation.password"), missing("next")]);
    await current.fill("не тот пароль");
    await next.fill("совсем новый пароль");
    await save.click();
    const wrong = sayFieldProblem(locale, { path: "confirmation.password", reason: "wrong-password" });
    await expectErrors(page, [wrong]);
    expect(await focused(page)).toBe("current");
    expect(await page.getByText(sayProblem(locale, "not-confirmed").detail).count()).toBe(0);
    await current.fill(person.password);
    await next.fill(person.password);
    await save.click();
    await expectErrors(page, [sayFieldProblem(locale, { path: "next", reason: "same-password" })]);
    await context.close();
  });

  it("turning the code on names a wrong password, and a missing or wrong code without recovery codes", async () => {
    const person = await newPerson("agent");
    const { page, context } = await browser.visit(look, person);
    await page.goto("/account");
    await button(page, saySecurity(locale, "totp.turnOn")).click();
    const dialog = page.getByRole("dialog");
    const password = dialog.getByLabel(saySecurity(locale, "confirm.password"), { exact: true });
    await password.fill("не тот пароль");
    await button(dialog, saySecurity(locale, "totp.turnOn")).click();
    const wrong = sayFieldProblem(locale, { path: "confirmation.password", reason: "wrong-password" });
    await expectErrors(page, [wrong]);
    expect(await barriersOn(page)).toEqual([]);
    await password.fill(person.password);
    await button(dialog, saySecurity(locale, "totp.turnOn")).click();
    const check = button(page, saySecurity(locale, "totp.enrol.submit"));
    await check.click();
    await expectErrors(page, [sayDesk(locale, "signIn.code.empty")]);
    expect(await focused(page)).toBe("code");
    await page.getByLabel(saySecurity(locale, "totp.enrol.code"), { exact: true }).fill("12345x");
    await check.click();
    await expectErrors(page, [saySecurity(locale, "totp.enrol.wrong")]);
    expect(await page.getByText(sayProblem(locale, "wrong-code").detail).count()).toBe(0);
    await context.close();
  });

  it("an invitation names all that is missing at once, and says what shutting out will do", async () => {
    const admin = await newPerson("admin");
    const { page, context } = await browser.visit(look, admin);
    await page.goto("/people");
    await button(page, sayPeople(locale, "invite")).click();
    const dialog = page.getByRole("dialog");
    await button(dialog, sayPeople(locale, "invite.send")).click();
    await expectErrors(page, [missing("name"), missing("email"), sayPeople(locale, "roles.none")]);
    expect(await focused(page)).toBe("name");
    expect(await barriersOn(page)).toEqual([]);
    const name = "Анна Снегирёва";
    await dialog.getByLabel(sayPeople(locale, "invite.name"), { exact: true }).fill(name);
    await dialog.getByLabel(sayPeople(locale, "invite.email"), { exact: true }).fill(`a.${locale}@b.test`);
    await page.setViewportSize({ width: 360, height: 640 });
    await button(dialog, sayPeople(locale, "invite.send")).click();
    await expectErrors(page, [sayPeople(locale, "roles.none")]);
    expect(await focused(page)).toBe("roles");
    expect(await isInSight(dialog.locator(".field-error"))).toBe(true);
    await dialog.locator("input[value=handler]").check();
    await button(dialog, sayPeople(locale, "invite.send")).click();
    await button(dialog, sayPeople(locale, "link.done")).click();

    await button(page, sayPeople(locale, "invite")).click();
    await dialog.getByLabel(sayPeople(locale, "invite.name"), { exact: true }).fill(name);
    await dialog.getByLabel(sayPeople(locale, "invite.email"), { exact: true }).fill(`a.${locale}@b.test`);
    await dialog.locator("input[value=handler]").check();
    await button(dialog, sayPeople(locale, "invite.send")).click();
    const taken = sayProblem(locale, "email-taken");
    await expectErrors(page, [`${taken.title}. ${taken.detail}`]);
    expect(await focused(page)).toBe("email");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name }).click();
    await page.getByText(sayPeople(locale, "access.shutOut.invited", { name }), { exact: true }).waitFor();
    await context.close();
  });
});
