import { LOCALES } from "@otklik/shared/people/locale";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDesk } from "../../../server/web/messages/index";
import { sayLinks } from "../../../server/web/messages/links/index";
import { barriersByDayAndNight } from "../../support/axe";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { makeOrganisation, makePerson, signIn, type TestPerson } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";

let server: ServerProcess;
let browser: DeskBrowser;
let admin: TestPerson;
let person: TestPerson;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
  const organisation = await makeOrganisation(server.db);
  admin = await makePerson(server.db, organisation, { roles: ["admin"] });
  person = await makePerson(server.db, organisation, { name: "Пётр Дроздов" });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What has the focus, by the name of its element. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true, level: 1 });

/** A new link for the person's password; the one before opens nothing any more. */
async function newLink(): Promise<string> {
  const answer = await fetch(`${server.url}/api/people/${person.id}/link`, {
    method: "POST",
    headers: await signIn(server.db, admin),
  });
  const { url } = (await answer.json()) as { url: string };
  return url;
}

it("a good link opens in the tab of a spent one, and neither secret stays in an address or goes into one", async () => {
  const [spent, good] = [await newLink(), await newLink()];
  const { page, context } = await browser.visit();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(spent);
  await heading(page, sayLinks("ru", "spent.title")).waitFor();
  // The browser loads nothing anew: only what is behind the number sign is another.
  await page.evaluate((hash) => location.assign(hash), new URL(good).hash);
  await heading(page, sayLinks("ru", "password_reset.title")).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  await page.getByLabel(sayLinks("ru", "password")).fill("семь синих озёр под дождём");
  await page.getByRole("button", { name: sayLinks("ru", "password_reset.submit") }).click();
  await page.getByText(sayDesk("ru", "list.empty.newest"), { exact: true }).waitFor();
  // The field that had it is gone.
  await expect.poll(() => focused(page)).toBe("H1");
  for (const link of [spent, good]) {
    const secret = new URL(link).hash.slice(1);
    expect(asked.filter((url) => new URL(url).pathname.includes(secret))).toEqual([]);
  }
  await context.close();
});

it("a link for one person, in the browser of another, asks before the one takes the other's place", async () => {
  const link = await newLink();
  const { page, context } = await browser.visit(undefined, admin);
  await page.goto(link);
  const { name, email } = admin;
  await page.getByText(sayLinks("ru", "other.signedIn", { name, email }), { exact: true }).waitFor();
  expect(await page.getByRole("textbox").count()).toBe(0);
  expect(await barriersByDayAndNight(page)).toEqual([]);
  await page.getByRole("button", { name: sayLinks("ru", "other.leave") }).click();
  await page.getByLabel(sayLinks("ru", "password")).waitFor();
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

describe.each(LOCALES)("whoever has forgotten the password, in %s", (locale) => {
  it("is told whom to ask where the server sends no mail, and types no address", async () => {
    const { page, context } = await browser.visit({ locale, colorScheme: "light" });
    await page.goto("/sign-in");
    await page.getByRole("link", { name: sayLinks(locale, "forgotten.link") }).click();
    await page.getByText(sayLinks(locale, "forgotten.noMail")).waitFor();
    await expect.poll(() => focused(page)).toBe("H1");
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await barriersByDayAndNight(page)).toEqual([]);
    await context.close();
  });

  it("is told the same for every address where it does", async () => {
    const { page, context } = await browser.visit({ locale, colorScheme: "light" });
    await page.route("**/api/sign-in/methods", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), mail: true } });
    });
    await page.goto("/forgotten-password");
    await page.getByLabel(sayLinks(locale, "forgotten.email")).fill("nobody@romashka.test");
    await page.getByRole("button", { name: sayLinks(locale, "forgotten.submit") }).click();
    await heading(page, sayLinks(locale, "forgotten.sent")).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await context.close();
  });
});
