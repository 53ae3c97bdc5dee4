import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { totpSecrets } from "../../../server/src/db/schema";
import { sayAccount } from "../../../server/web/messages/account/index";
import { sayDesk } from "../../../server/web/messages/index";
import { sayLinks } from "../../../server/web/messages/links/index";
import { sayLog } from "../../../server/web/messages/log/index";
import { sayPeople } from "../../../server/web/messages/people/index";
import { sayPlaces } from "../../../server/web/messages/places/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, type Look, openDeskBrowser } from "../../support/desk-browser";
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

/** What has the focus, in its words. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true, level: 1 });

describe("an admin", () => {
  const name = "Анна Снегирёва";
  const email = "anna@romashka.test";
  const password = "пять тихих сов у реки";
  const button = (page: Page, key: Parameters<typeof sayPeople>[1], within: "page" | "dialog" = "page") =>
    (within === "page" ? page : page.getByRole("dialog")).getByRole("button", {
      name: sayPeople("ru", key as "invite"),
      exact: true,
    });

  it("invites, changes roles, and shuts out at once; the log tells all of it", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const { page, context } = await browser.visit(undefined, admin);

    await page.goto("/people");
    await page.getByText(sayPeople("ru", "alone.title")).waitFor();
    await button(page, "invite").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(sayPeople("ru", "invite.name")).fill(name);
    await dialog.getByLabel(sayPeople("ru", "invite.email")).fill(email);
    await button(page, "invite.send", "dialog").click();
    await dialog.getByText(sayPeople("ru", "roles.none")).waitFor();
    // What is typed survives a page that is loaded again.
    await page.reload();
    await button(page, "invite").click();
    expect(await dialog.getByLabel(sayPeople("ru", "invite.email")).inputValue()).toBe(email);
    await dialog.locator("input[value=handler]").check();
    await dialog.getByText(sayPeople("ru", "may.complaint:triage")).waitFor();
    expect(await dialog.getByText(sayPeople("ru", "may.people:write")).count()).toBe(0);
    await button(page, "invite.send", "dialog").click();
    const link = await dialog.getByLabel(sayPeople("ru", "link.address")).inputValue();
    await dialog.getByText(sayPeople("ru", "link.notMailed", { name, email })).waitFor();
    await button(page, "link.done", "dialog").click();
    const row = page.locator("tbody tr", { hasText: email });
    expect(await row.innerText()).toContain(sayPeople("ru", "state.invited"));

    const invited = await browser.visit();
    const asked: string[] = [];
    invited.page.on("request", (request) => asked.push(request.url()));
    await invited.page.goto(link);
    const welcome = sayLinks("ru", "invitation.title", { organisation: "ООО «Ромашка»" });
    await heading(invited.page, welcome).waitFor();
    expect(new URL(invited.page.url()).hash).toBe("");
    const secret = new URL(link).hash.slice(1);
    expect(asked.filter((url) => url.includes(secret))).toEqual([]);
    await invited.page.getByLabel(sayLinks("ru", "password")).fill("коротко");
    await invited.page.getByRole("button", { name: sayLinks("ru", "invitation.submit") }).click();
    await invited.page.locator("[aria-invalid=true]").waitFor();
    await invited.page.getByLabel(sayLinks("ru", "password")).fill(password);
    await invited.page.getByRole("button", { name: sayLinks("ru", "invitation.submit") }).click();
    await invited.page.getByText(sayDesk("ru", "list.empty.newest"), { exact: true }).waitFor();

    const second = await browser.visit();
    await second.page.goto(link);
    await heading(second.page, sayLinks("ru", "spent.title")).waitFor();
    expect(await second.page.getByRole("textbox").count()).toBe(0);
    await second.context.close();

    await page.reload();
    await page.getByRole("link", { name }).click();
    await heading(page, name).waitFor();
    await expect.poll(() => focused(page)).toBe(name);
    await page.locator("input[value=head]").check();
    await page.locator("input[value=handler]").uncheck();
    await page.getByText(sayPeople("ru", "may.rules:write")).waitFor();
    await button(page, "roles.save").click();
    await page.getByText(sayPeople("ru", "roles.saved")).waitFor();

    // Other roles end the sessions that were begun with the old ones.
    await invited.page.goto("/people");
    await heading(invited.page, sayDesk("ru", "signIn.title")).waitFor();
    await invited.page.getByLabel(sayDesk("ru", "signIn.email")).fill(email);
    await invited.page.getByLabel(sayDesk("ru", "signIn.password")).fill(password);
    await invited.page.getByRole("button", { name: sayDesk("ru", "signIn.submit"), exact: true }).click();
    await invited.page.getByText(sayPeople("ru", "readOnly")).waitFor();
    expect(await button(invited.page, "invite").count()).toBe(0);

    await button(page, "access.shutOut").click();
    await page.getByText(sayPeople("ru", "access.shutOut.kept")).waitFor();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route("**/api/people/*", (route) => held.then(() => route.continue()));
    await button(page, "access.shutOut", "dialog").click();
    // Until it is done, the question stays and says so.
    await page
      .getByRole("dialog")
      .getByRole("button", { name: sayDesk("ru", "busy"), exact: true })
      .waitFor();
    answer();
    await button(page, "access.letIn").waitFor();
    await page.unroute("**/api/people/*");
    const said = await page.locator(".toast-text").boundingBox();
    const letIn = await button(page, "access.letIn").boundingBox();
    expect((letIn?.y ?? 0) + (letIn?.height ?? 0)).toBeLessThanOrEqual(said?.y ?? 0);
    // A choice that is not saved is none of theirs.
    await page.locator("input[value=chair]").check();
    await page.getByText(sayPeople("ru", "roles.shutOut", { name })).waitFor();
    const roles = sayComplaint("ru", "role.head");
    await page.getByText(sayPeople("ru", "access.letIn.detail", { name, roles })).waitFor();
    await invited.page
      .getByRole("link", { name: sayPlaces("ru", "page.log") })
      .first()
      .click();
    await invited.page.getByText(sayDesk("ru", "signIn.expired")).waitFor();
    await invited.page.getByLabel(sayDesk("ru", "signIn.email")).fill(email);
    await invited.page.getByLabel(sayDesk("ru", "signIn.password")).fill(password);
    await invited.page.getByRole("button", { name: sayDesk("ru", "signIn.submit"), exact: true }).click();
    await invited.page.getByRole("alert").waitFor();
    await invited.context.close();

    // As where there are more lines than one page of them holds.
    await page.route("**/api/log", async (route) => {
      const answer = await route.fetch();
      const { entries } = await answer.json();
      await route.fulfill({ response: answer, json: { entries: entries.slice(0, 1), more: true } });
    });
    await page.goto("/log");
    await page.getByRole("button", { name: sayLog("ru", "older") }).click();
    await expect.poll(() => focused(page)).toBe(sayLog("ru", "beginning"));
    const lines = await page.locator(".log-words").allInnerTexts();
    const handler = sayComplaint("ru", "role.handler");
    const head = sayComplaint("ru", "role.head");
    const shutOut = lines.findIndex((line) =>
      line.startsWith(sayLog("ru", "people.person_shut_out", { name })),
    );
    const changed = lines.indexOf(
      sayLog("ru", "people.roles_changed", { name, before: handler, after: head }),
    );
    const joined = lines.indexOf(sayLog("ru", "people.person_joined", { name, roles: handler }));
    const wasInvited = lines.indexOf(sayLog("ru", "people.person_invited", { name, email, roles: handler }));
    expect([shutOut, changed, joined, wasInvited]).not.toContain(-1);
    expect([shutOut, changed, joined, wasInvited]).toEqual(
      [shutOut, changed, joined, wasInvited].toSorted((a, b) => a - b),
    );
    await context.close();
  });

  it("AUTH-09 cannot give up the last admin's role, and is told the way on", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin", "head"] });
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${admin.id}`);
    await page.locator("input[value=admin]").uncheck();
    await button(page, "roles.save").click();
    await page.getByRole("alert").waitFor();
    expect(await page.locator("input[value=admin]").isChecked()).toBe(false);
    expect(await button(page, "access.shutOut").count()).toBe(0);
    const roles = await server.db.$client`SELECT roles FROM people WHERE id = ${admin.id}`;
    expect(roles).toEqual([{ roles: ["admin", "head"] }]);
    await context.close();
  });

  it("is shown what another admin has stored meanwhile, and keeps the own choice", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const person = await makePerson(server.db, organisation, { name, roles: ["agent"] });
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${person.id}`);
    await page.locator("input[value=handler]").check();
    await server.db.$client`UPDATE people SET roles = ${["agent", "chair"]} WHERE id = ${person.id}`;
    await button(page, "roles.save").click();
    await page.getByText(sayPeople("ru", "conflict.changed")).waitFor();
    expect(await page.locator("input[value=handler]").isChecked()).toBe(true);
    await button(page, "conflict.load").click();
    expect(await page.locator("input[value=chair]").isChecked()).toBe(true);
    await page.locator("input[value=handler]").check();
    await button(page, "roles.save").click();
    await page.getByText(sayPeople("ru", "roles.saved")).waitFor();
    const [stored] = await server.db.$client`SELECT roles FROM people WHERE id = ${person.id}`;
    expect(stored?.roles.toSorted()).toEqual(["agent", "chair", "handler"]);
    await context.close();
  });

  it("cuts one device of a colleague off, and then all", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const person = await makePerson(server.db, organisation, { name });
    for (let made = 0; made < 3; made++) await makeDevice(server.db, person);
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${person.id}`);
    const devices = page.locator(".device");
    await devices.first().getByRole("button").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: sayDesk("ru", "devices.revoke"), exact: true })
      .click();
    await page.getByText(sayDesk("ru", "devices.revoked", { name: "Chromium" })).waitFor();
    expect(await devices.count()).toBe(2);
    await button(page, "devices.revokeAll").click();
    await page.getByText(sayPeople("ru", "devices.revokeAll.confirm", { count: 2 })).waitFor();
    await button(page, "devices.revokeAll", "dialog").click();
    await page.getByText(sayPeople("ru", "devices.none", { name })).waitFor();
    await context.close();
  });

  it("turns off a colleague's second factor that was lost, once it is confirmed", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const person = await makePerson(server.db, organisation, { name });
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${person.id}`);
    await button(page, "access.shutOut").waitFor();
    expect(await button(page, "access.totpOff").count()).toBe(0);
    const key = { orgId: organisation.id, personId: person.id };
    await server.db
      .insert(totpSecrets)
      .values({ ...key, sealedSecret: Buffer.from("x"), confirmedAt: new Date(), recoveryHashes: [] });
    await page.reload();
    await button(page, "access.totpOff").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByText(sayPeople("ru", "access.totpOff.confirm")).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(
      await server.db.select().from(totpSecrets).where(eq(totpSecrets.personId, person.id)),
    ).toHaveLength(1);
    await page.keyboard.press("Enter");
    await button(page, "access.totpOff", "dialog").click();
    await button(page, "access.totpOff").waitFor({ state: "detached" });
    expect(await server.db.select().from(totpSecrets).where(eq(totpSecrets.personId, person.id))).toEqual([]);
    await context.close();
  });

  it("gives a colleague a link for a new password", async () => {
    const organisation = await makeOrganisation(server.db);
    const admin = await makePerson(server.db, organisation, { roles: ["admin"] });
    const person = await makePerson(server.db, organisation, { name });
    const { page, context } = await browser.visit(undefined, admin);
    await page.goto(`/people/${person.id}`);
    await button(page, "access.reset").click();
    const link = await page.getByRole("dialog").getByLabel(sayPeople("ru", "link.address")).inputValue();
    const theirs = await browser.visit();
    await theirs.page.goto(link);
    await heading(theirs.page, sayLinks("ru", "password_reset.title")).waitFor();
    await theirs.page.getByLabel(sayLinks("ru", "password")).fill(password);
    await theirs.page.getByRole("button", { name: sayLinks("ru", "password_reset.submit") }).click();
    await theirs.page.getByText(sayDesk("ru", "list.empty.newest"), { exact: true }).waitFor();
    expect(await theirs.page.locator(".menu-button").innerText()).toBe(name);
    await theirs.context.close();
    await context.close();
  });
});

it("a person renames themselves, ends their other sessions and changes the password", async () => {
  const person = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["handler"] });
  const other = await browser.visit(undefined, person);
  const { page, context } = await browser.visit(undefined, person);
  await page.goto("/account");
  const say = (key: Parameters<typeof sayAccount>[1]) => sayAccount("ru", key as "name.save");
  await page.getByLabel(say("name.label")).fill("Мария Соколова");
  await page.getByRole("button", { name: say("name.save") }).click();
  await page.locator(".menu-button", { hasText: "Мария Соколова" }).waitFor();
  await page.getByText(say("sessions.here"), { exact: true }).waitFor();
  await page.getByRole("button", { name: say("sessions.endOthers") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("sessions.endOthers") })
    .click();
  await page.getByText(say("sessions.only")).waitFor();
  await other.page.goto("/complaints");
  await heading(other.page, sayDesk("ru", "signIn.title")).waitFor();

  await page.getByLabel(say("password.next")).fill("шесть ясных дней подряд");
  await page.getByLabel(say("password.current")).fill("не тот пароль");
  await page.getByRole("button", { name: say("password.save") }).click();
  await page.locator("[name=current][aria-invalid=true]").waitFor();
  await page.getByLabel(say("password.current")).fill(person.password);
  await page.getByRole("button", { name: say("password.save") }).click();
  await page.getByText(say("password.saved")).waitFor();
  expect(await page.getByLabel(say("password.next")).inputValue()).toBe("");
  await other.context.close();
  await context.close();
});

describe.each(LOOKS)("nobody is kept out: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let admin: TestPerson;
  let colleague: TestPerson;

  beforeAll(async () => {
    const organisation = await makeOrganisation(server.db, { locale });
    admin = await makePerson(server.db, organisation, { roles: ["admin", "head"] });
    colleague = await makePerson(server.db, organisation, { name: "Пётр Дроздов", roles: ["agent"] });
    await makeDevice(server.db, colleague);
    await makeDevice(server.db, colleague);
  });

  const SCREENS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ["people", async (page) => open(page, "/people", ".people-table")],
    [
      "invite",
      async (page) => {
        await open(page, "/people", ".people-table");
        await page.getByRole("button", { name: sayPeople(locale, "invite") }).click();
        await page.locator("dialog input[value=chair]").check();
      },
    ],
    [
      "person",
      async (page) => {
        await open(page, `/people/${colleague.id}`, ".device");
        await page.locator("input[value=head]").check();
        await page.locator("input[value=agent]").uncheck();
      },
    ],
    [
      "shut-out",
      async (page) => {
        await open(page, `/people/${colleague.id}`, ".device");
        await page.getByRole("button", { name: sayPeople(locale, "access.shutOut") }).click();
      },
    ],
    [
      "link",
      async (page) => {
        await open(page, `/people/${colleague.id}`, ".device");
        await page.getByRole("button", { name: sayPeople(locale, "access.reset") }).click();
        await page.getByRole("dialog").waitFor();
      },
    ],
    ["account", async (page) => open(page, "/account", ".rows-table, #history-title")],
    ["log", async (page) => open(page, "/log", ".log-line")],
    ["closed", async (page) => open(page, "/people/nobody", ".note")],
  ];

  it.each(SCREENS)("%s", async (name, reach) => {
    await judge(look, name, reach, admin);
  });

  it("links for a password, and a forgotten one", async () => {
    const { page, context } = await browser.visit(look, admin);
    await page.goto(`/people/${colleague.id}`);
    await page.getByRole("button", { name: sayPeople(locale, "access.reset") }).click();
    const link = await page.getByRole("dialog").locator("input").inputValue();
    await context.close();
    await judge(look, "new-password", async (visitor) => open(visitor, link, "input[type=password]"));
    await judge(look, "spent", async (visitor) => open(visitor, "/invitation#nothing", ".button-main"));
    await judge(look, "forgotten", async (visitor) => open(visitor, "/forgotten-password", "h1"));
  });
});

async function open(page: Page, address: string, part: string): Promise<void> {
  await page.goto(address);
  await page.locator(part).first().waitFor();
}

/** Looks for barriers, and for anything that has to be scrolled to sideways. */
async function judge(
  look: Look,
  name: string,
  reach: (page: Page) => Promise<void>,
  person?: TestPerson,
): Promise<void> {
  const { page, context } = await browser.visit(look, person);
  await reach(page);
  expect(await barriersOn(page)).toEqual([]);
  for (const width of [1600, 800, 360]) {
    await page.setViewportSize({ width, height: 1600 });
    expect([name, width, await overhangOf(page)]).toEqual([name, width, 0]);
  }
  await context.close();
}
