import { afterAll, beforeAll, expect, it } from "vitest";
import { sayPlaces } from "../../../server/web/messages/places/index";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { makeOrganisation, makePerson } from "../../support/organisation";
import { overhangOf } from "../../support/overhang";
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

it("a name of one long word breaks no other column's words", async () => {
  const organisation = await makeOrganisation(server.db);
  const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
  await makePerson(server.db, organisation, { name: "ё".repeat(180) });
  const { page, context } = await browser.visit(undefined, admin);
  for (const width of [1200, 860]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("/people");
    const words = page.locator("tbody .person-state");
    await words.nth(1).waitFor();
    expect(await words.evaluateAll((all) => all.map((one) => one.getClientRects().length))).toEqual([1, 1]);
    const split = await page
      .locator("thead th")
      .evaluateAll((heads) =>
        heads
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((one) => one.textContent),
      );
    expect(split).toEqual([]);
    expect(await overhangOf(page)).toBeLessThanOrEqual(0);
  }
  await context.close();
});

it("people and log are not an agent's to see, and the pages say so", async () => {
  const agent = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["agent"] });
  const { page, context } = await browser.visit(undefined, agent);
  for (const address of ["/people", "/log", "/settings/sites"]) {
    await page.goto(address);
    await page.getByText(sayPlaces("ru", "closed"), { exact: true }).waitFor();
    expect(await page.locator("nav a[href='/people'], nav a[href='/log']").count()).toBe(0);
  }
  // No administrator of theirs could change that.
  await page.goto("/organisations");
  await page.getByText(sayPlaces("ru", "closed.installation"), { exact: true }).waitFor();
  // Where the head has no room for it, the menu names the organisation.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator(".menu-button").click();
  await page.locator(".menu").getByText("ООО «Ромашка»", { exact: true }).waitFor();
  await context.close();
});
