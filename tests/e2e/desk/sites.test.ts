import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saySites } from "../../../server/web/messages/sites/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
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

async function count(person: TestPerson): Promise<void> {
  const device = await makeDevice(server.db, person);
  const day = new Date().toISOString().slice(0, 10);
  const counts = [
    { adapter: "telegram", day, read: 40, fellBack: 0, filled: { narrative: 40, author: 40 }, missed: {} },
    { adapter: "vk", day, read: 9, fellBack: 3, filled: { narrative: 9, author: 2 }, missed: { author: 7 } },
  ];
  const answer = await fetch(`${server.url}/api/sites/health`, {
    method: "POST",
    headers: { ...device.headers, "content-type": "application/json" },
    body: JSON.stringify({ id: randomUUID(), counts }),
  });
  expect(answer.status).toBe(204);
}

describe.each(LOOKS)("sites: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let admin: TestPerson;

  beforeAll(async () => {
    admin = await makePerson(server.db, await makeOrganisation(server.db, { locale }), { roles: ["admin"] });
    await count(admin);
  });

  it("shows the worst first, and nobody is kept out, wide and narrow", async () => {
    const { page, context } = await browser.visit(look, admin);
    await page.goto("/settings/sites");
    await page.locator(".site-health").waitFor();
    expect(await page.locator("tbody th").allInnerTexts()).toEqual(["vk", "telegram"]);
    const vk = await page.locator("tbody tr").first().innerText();
    expect(vk.replaceAll(/\s+/g, " ")).toContain("9 ▲ 3 100");
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await barriersOn(page)).toEqual([]);
      expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});

describe("corrections", () => {
  const save = saySites("ru", "corrections.save");

  it("are looked over before they are saved, and are there when the page is opened again", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto("/settings/sites");
    await page.getByText(saySites("ru", "health.none")).waitFor();
    const field = page.locator("textarea[name=sites]");
    await field.fill('{"vk": {"selectors": {"author": "a["}}}');
    await page.getByRole("button", { name: save }).click();
    await page.getByText(saySites("ru", "wrong.selector", { site: "vk", name: "author" })).waitFor();
    await field.fill('{"vkk": {"selectors": {"author": ".name"}}}');
    await page.getByRole("button", { name: save }).click();
    await page.getByText(saySites("ru", "wrong.site", { site: "vkk" })).waitFor();
    await page.getByText(saySites("ru", "known.title")).click();
    await page.getByText("telegram-web").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await field.fill('{"vk": {"selectors": {"author": ".name"}}}');
    await page.getByRole("button", { name: save }).click();
    await page.getByText(saySites("ru", "corrections.saved")).waitFor();
    await page.reload();
    await page.getByText(saySites("ru", "corrections.revision", { revision: 1 })).waitFor();
    expect(JSON.parse(await field.inputValue())).toEqual({ vk: { selectors: { author: ".name" } } });
    await context.close();
  });

  it("are loaded from a file", async () => {
    const admin = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["admin"] });
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto("/settings/sites");
    const buffer = Buffer.from('{"revision": 7, "sites": {"x": {"disabled": true}}}');
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "otklik-sites-7.json", mimeType: "application/json", buffer });
    await page.getByRole("button", { name: save }).click();
    await page.getByText(saySites("ru", "corrections.saved")).waitFor();
    expect(await page.locator("textarea").inputValue()).toContain('"disabled": true');
    await context.close();
  });

  it("are not an agent's to see", async () => {
    const agent = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["agent"] });
    const { page, context } = await browser.visit(undefined, agent);
    await page.goto("/settings/calendar");
    await page.locator("nav a[href='/settings/regulation']").waitFor();
    expect(await page.locator("nav a[href='/settings/sites']").count()).toBe(0);
    await context.close();
  });
});
