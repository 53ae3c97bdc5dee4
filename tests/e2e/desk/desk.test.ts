import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDates } from "../../../server/web/messages/dates/index";
import { sayDesk } from "../../../server/web/messages/index";
import { barriersOn } from "../../support/axe";
import { daytimeZone } from "../../support/daytime-zone";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { until } from "../../support/until";

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

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

describe("the first admin", () => {
  const password = "четыре простых слова";
  let link = "";

  it("sets the organisation up through the link that the start prints", async () => {
    link = await until("the link to be printed", () => /http:\S+\/setup#\S+(?=\s)/.exec(server.log())?.[0]);
    const { page, context } = await browser.visit();
    await page.goto(link);
    await page.getByLabel(sayDesk("ru", "setUp.organisationName")).fill("ООО «Ромашка»");
    await page.getByLabel(sayDesk("ru", "setUp.name")).fill("Мария Жаворонкова");
    await page.getByLabel(sayDesk("ru", "setUp.email")).fill("Maria@romashka.test");
    await page.getByLabel(sayDesk("ru", "setUp.password")).fill(password);
    await page.getByRole("button", { name: sayDesk("ru", "setUp.submit") }).click();
    await page.getByText(sayDesk("ru", "list.empty.newest"), { exact: true }).waitFor();
    await context.close();
    expect(await server.db.$client`SELECT name, roles FROM people`).toEqual([
      { name: "Мария Жаворонкова", roles: ["admin"] },
    ]);
  });

  it("cannot use the link twice", async () => {
    const { page, context } = await browser.visit();
    await page.goto(link);
    await heading(page, sayDesk("ru", "setUp.used")).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
    await context.close();
  });

  it("signs in, goes on to the page asked for, and signs out", async () => {
    const { page, context } = await browser.visit();
    await page.goto("/complaints?view=overdue");
    await page.getByLabel(sayDesk("ru", "signIn.email")).fill("maria@romashka.test");
    await page.getByLabel(sayDesk("ru", "signIn.password")).fill("не тот пароль");
    await page.getByRole("button", { name: sayDesk("ru", "signIn.submit") }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel(sayDesk("ru", "signIn.password")).fill(password);
    await page.keyboard.press("Enter");
    await page.getByText(sayDesk("ru", "list.empty.overdue"), { exact: true }).waitFor();
    await page.getByRole("button", { name: "Мария Жаворонкова" }).click();
    await page.getByRole("button", { name: sayDesk("ru", "signOut") }).click();
    await heading(page, sayDesk("ru", "signIn.title")).waitFor();
    expect((await context.cookies()).map(({ name }) => name)).toEqual([]);
    await context.close();
  });
});

describe("a complaint at the desk", () => {
  let person: TestPerson;
  let number = "";

  beforeAll(async () => {
    const organisation = await makeOrganisation(server.db, { zone: daytimeZone(new Date()) });
    person = await makePerson(server.db, organisation, { roles: ["admin"] });
    const device = await makeDevice(server.db, person);
    const receipt = await registerOver(server, device, sampleComplaint({ kind: "claim" }));
    number = receipt.incomingNumber;
  });

  it("is opened and closed by keyboard, and says why its dates are what they are", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto("/complaints");
    await page.getByText(number).first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await heading(page, sayComplaint("ru", "number", { number })).waitFor();
    const why = page.locator("details", { hasText: sayDates("ru", "due.why") });
    await why.last().locator("summary").click();
    await why
      .last()
      .getByText(sayDeadline("ru", "term.calendar_day", { count: 30 }))
      .first()
      .waitFor();
    // In the Russian layout the key `r` writes «к»; the code of the key is the same.
    await page.locator("body").press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await heading(page, sayComplaint("ru", "number", { number })).waitFor();
    await page.keyboard.press("r");
    await page.getByRole("dialog").waitFor();
    await page.getByRole("button", { name: sayDesk("ru", "step.confirm.close") }).press("Enter");
    await page.getByText(sayDesk("ru", "next.none")).waitFor();
    await context.close();
    const [row] = await server.db.$client`
      SELECT status, closed_at IS NOT NULL AS closed, next_due_at FROM complaints
      WHERE org_id = ${person.organisation.id}`;
    expect(row).toEqual({ status: "closed", closed: true, next_due_at: null });
  });
});

describe.each(LOOKS)("nobody is kept out: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let person: TestPerson;
  let id = "";
  let number = "";

  beforeAll(async () => {
    const organisation = await makeOrganisation(server.db, { locale });
    person = await makePerson(server.db, organisation, { roles: ["admin"] });
    const device = await makeDevice(server.db, person);
    for (const kind of ["claim", "general", "suggestion"] as const) {
      const receipt = await registerOver(server, device, sampleComplaint({ kind }));
      id = receipt.id;
      number = receipt.incomingNumber;
    }
  });

  it.each([
    ["sign-in", () => "/sign-in", () => sayDesk(locale, "signIn.title"), false],
    ["a spent set-up link", () => "/setup#spent", () => sayDesk(locale, "setUp.used"), false],
    ["pairing", () => "/pair", () => person.name, true],
    ["the list", () => "/complaints", () => sayDesk(locale, "list.choose"), true],
    ["an empty list", () => "/complaints?view=overdue", () => sayDesk(locale, "list.empty.overdue"), true],
    ["one complaint", () => `/complaints/${id}`, () => sayComplaint(locale, "number", { number }), true],
    ["no such page", () => "/nowhere", () => sayDesk(locale, "notFound.title"), true],
  ])("%s", async (_name, path, title, signedIn) => {
    const { page, context } = await browser.visit(look, signedIn ? person : undefined);
    await page.goto(path());
    await page.getByText(title()).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await context.close();
  });
});
