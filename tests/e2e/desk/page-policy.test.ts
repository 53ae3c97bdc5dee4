import { afterAll, beforeAll, expect, it } from "vitest";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { watchPage } from "../../support/watched-page";

let server: ServerProcess;
let browser: DeskBrowser;
let person: TestPerson;
let complaint = "";

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
  person = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["admin"] });
  const sent = sampleComplaint({ kind: "claim" });
  await registerOver(server, await makeDevice(server.db, person), sent);
  complaint = sent.id;
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it.each([
  [
    "a visitor",
    ["/sign-in", "/setup#nothing", "/invitation#nothing", "/forgotten-password", "/task#nothing"],
  ],
  [
    "an admin",
    [
      "/",
      "/complaints",
      "/complaints/:id",
      "/complaints/:id/dates",
      "/settings",
      "/settings/regulation",
      "/people",
      "/people/:person",
      "/log",
      "/account",
      "/pair",
    ],
  ],
])("HDR-01 no page that %s sees does what its policy forbids, Trusted Types included", async (who, paths) => {
  const { page, context } = await browser.visit(undefined, who === "an admin" ? person : undefined);
  const watched = await watchPage(page, server.url);
  for (const path of paths) {
    await page.goto(path.replace(":id", complaint).replace(":person", person.id));
    await page.getByRole("heading").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect([path, ...watched.stopped, ...watched.abroad]).toEqual([path]);
  }
  // What would have been reported, had there been anything: nothing turns text into markup here.
  await page.evaluate(() => {
    try {
      document.body.innerHTML = "<b>text</b>";
    } catch {
      // Told by the report.
    }
  });
  await expect.poll(() => watched.stopped).toEqual([expect.stringContaining("require-trusted-types-for")]);
  await context.close();
});
