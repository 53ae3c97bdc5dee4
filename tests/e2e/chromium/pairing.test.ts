import { afterAll, beforeAll, expect, it } from "vitest";
import { sayOptions } from "../../../extension/messages/options/index";
import { sayDesk } from "../../../server/web/messages/index";
import { type ExtensionBrowser, launchChromium } from "../../support/chromium";
import { openAll } from "../../support/open-all";
import { makeOrganisation, makePerson, signIn } from "../../support/organisation";
import { type ServerProcess, startServer } from "../../support/server-process";
import { until } from "../../support/until";

let server: ServerProcess;
let browser: ExtensionBrowser;

beforeAll(async () => {
  [server, browser] = await openAll<[ServerProcess, ExtensionBrowser]>([startServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it("the extension asks, the person compares the codes and approves at the desk, and no token is seen", async () => {
  const organisation = await makeOrganisation(server.db);
  const person = await makePerson(server.db, organisation);
  const { cookie } = await signIn(server.db, person);
  await browser.context.addCookies([
    {
      name: "otklik",
      value: cookie.replace(/^otklik=/, ""),
      url: server.url,
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);

  const options = await browser.openOwnPage("options.html");
  await options.evaluate(() => chrome.storage.local.set({ settings: { locale: "ru" } }));
  await options.getByLabel(sayOptions("ru", "pairing.server")).fill(server.url);
  const opening = browser.context.waitForEvent("page");
  await options.getByRole("button", { name: sayOptions("ru", "pairing.connect"), exact: true }).click();
  const desk = await opening;
  const code = await options.getByRole("status").locator("output").textContent();
  await desk.getByText(code ?? "", { exact: true }).waitFor();
  // The desk speaks the language of the browser.
  const locale = (await desk.evaluate(() => document.documentElement.lang)) === "ru" ? "ru" : "en";
  await desk.getByText(browser.origin, { exact: true }).waitFor();
  await desk.getByRole("button", { name: sayDesk(locale, "pair.approve") }).click();
  await desk.getByText(sayDesk(locale, "pair.approved"), { exact: true }).waitFor();

  await options
    .getByText(sayOptions("ru", "pairing.connectedTo", { host: new URL(server.url).host }))
    .waitFor();
  await options.getByText(person.email).waitFor();
  const { token } = await options.evaluate(async () => {
    const { connection } = await chrome.storage.local.get<{ connection: { token: string } }>("connection");
    return connection;
  });
  for (const page of [options, desk]) expect(await page.content()).not.toContain(token);
  expect(await server.db.$client`SELECT person_id, origin FROM devices`).toEqual([
    { person_id: person.id, origin: browser.origin },
  ]);

  await options.getByRole("button", { name: sayOptions("ru", "pairing.disconnect") }).click();
  await options.getByLabel(sayOptions("ru", "pairing.server")).waitFor();
  await until("the device to be revoked", async () => {
    const [row] = await server.db.$client`SELECT revoked_at FROM devices`;
    return row?.revoked_at;
  });
  expect(await options.evaluate(() => chrome.storage.local.get("connection"))).toEqual({});
});
