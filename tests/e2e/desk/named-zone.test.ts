import { afterAll, beforeAll, expect, it } from "vitest";
import { sayAccount } from "../../../server/web/messages/account/index";
import { sayDesk } from "../../../server/web/messages/index";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";

let server: ServerProcess;
let browser: DeskBrowser;
let admin: TestPerson;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
  // No browser of these tests runs by it.
  const organisation = await makeOrganisation(server.db, { zone: "Asia/Kamchatka" });
  admin = await makePerson(server.db, organisation, { roles: ["admin"] });
  await makeDevice(server.db, admin);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it.each([
  ["the people", () => "/people"],
  ["a person", () => `/people/${admin.id}`],
  ["one's profile", () => "/account"],
])("the page of %s says by which clock its times are: that of the browser", async (_what, path) => {
  const { page, context } = await browser.visit(undefined, admin);
  await page.goto(path());
  const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const note = page.getByText(sayDesk("ru", "zone.note", { zone })).first();
  await note.waitFor();
  expect(await note.isVisible()).toBe(true);
  await context.close();
});

it("the sign-in history and the devices of a profile each say it where they stand", async () => {
  const { page, context } = await browser.visit(undefined, admin);
  await page.goto("/account");
  for (const title of [sayAccount("ru", "history.title"), sayDesk("ru", "devices.title")]) {
    const section = page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
    const note = section.getByText(/^Время указано для часового пояса /);
    await note.waitFor();
    expect(await note.count()).toBe(1);
  }
  await context.close();
});

it("the log says by which clock its times are: that of the organisation", async () => {
  const { page, context } = await browser.visit(undefined, admin);
  await page.goto("/log");
  await page.getByText(sayDesk("ru", "zone.note", { zone: "Asia/Kamchatka" })).waitFor();
  expect(await page.getByText(/^Время указано для часового пояса /).count()).toBe(1);
  await context.close();
});
