import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { LOCALES } from "@otklik/shared/people/locale";
import type { Role } from "@otklik/shared/people/roles";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayAccount } from "../../../server/web/messages/account/index";
import { sayDecisions } from "../../../server/web/messages/decisions/index";
import { sayDesk } from "../../../server/web/messages/index";
import { sayOrganisations } from "../../../server/web/messages/organisations/index";
import { sayPeople } from "../../../server/web/messages/people/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import {
  makeOrganisation,
  makePerson,
  makePlatformAdmin,
  signIn,
  type TestOrganisation,
  type TestPerson,
} from "../../support/organisation";
import { registerAt } from "../../support/register-at";
import { type ServerProcess, startServer } from "../../support/server-process";

let server: ServerProcess;
let browser: DeskBrowser;
let organisation: TestOrganisation;
const people = new Map<Role, TestPerson>();

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
  organisation = await makeOrganisation(server.db);
  for (const [role, name] of [
    ["head", "Глеб Стрижов"],
    ["chair", "Вера Соколова"],
    ["handler", "Зоя Ручьёва"],
    ["admin", "Инна Дроздова"],
  ] as const) {
    people.set(role, await makePerson(server.db, organisation, { roles: [role], name }));
  }
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function person(role: Role): TestPerson {
  const found = people.get(role);
  if (found === undefined) throw new Error("The people are there only while tests run");
  return found;
}

/** Asks the server as somebody at the desk would. */
async function post(role: Role, path: string, json: unknown): Promise<unknown> {
  const answer = await fetch(`${server.url}/api/${path}`, {
    method: "POST",
    headers: { ...(await signIn(server.db, person(role))), "content-type": "application/json" },
    body: JSON.stringify(json),
  });
  const text = await answer.text();
  expect([answer.status < 300, text]).toEqual([true, text]);
  return JSON.parse(text);
}

/** A claim for which a later date is asked: the term of a claim to a bank may be moved. */
async function askedFor(): Promise<{ id: string; incomingNumber: string }> {
  const made = await registerAt(server.db, person("handler"), new Date().toISOString(), { kind: "claim" });
  const triage = { kind: "claim", anonymous: false, bases: ["financial_organisation"] };
  await post("head", `complaints/${made.id}/triage`, triage);
  const answer = await fetch(`${server.url}/api/complaints/${made.id}`, {
    headers: await signIn(server.db, person("head")),
  });
  const { dueDates } = (await answer.json()) as {
    dueDates: { clock: string; extendableTo: string | null }[];
  };
  const dueOn = dueDates.find(({ clock }) => clock === "answer")?.extendableTo;
  await post("head", `complaints/${made.id}/extensions`, {
    clock: "answer",
    dueOn,
    reason: "Ждём лабораторию.",
  });
  return made;
}

async function linkTo(id: string): Promise<string> {
  const { url } = (await post("admin", `complaints/${id}/extensions/1/links`, {
    personId: person("chair").id,
  })) as { url: string };
  return url.slice(url.indexOf("/task"));
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe.each(LOOKS)("in $locale", ({ locale, colorScheme }) => {
  const look = { locale, colorScheme };
  const say = (key: Parameters<typeof sayDecisions>[1], words?: object) =>
    (sayDecisions as (...given: unknown[]) => string)(locale, key, words);

  it("names by the keyboard whom a complaint concerns, and takes the buttons from them", async () => {
    const { id } = await askedFor();
    const head = await browser.visit(look, person("head"));
    await head.page.goto(`/complaints/${id}`);
    await head.page.getByRole("heading", { level: 1 }).waitFor();
    await head.page.keyboard.press("s");
    const field = head.page.getByLabel(say("subjects.person"));
    await field.waitFor();
    expect(await barriersOn(head.page)).toEqual([]);
    // Two people may have one name: their roles stand beside it.
    const chosen = await field.locator(`option[value="${person("chair").id}"]`).innerText();
    expect(chosen).toBe(`Вера Соколова (${sayComplaint(locale, "role.chair")})`);
    await field.selectOption(person("chair").id);
    await field.press("Tab");
    await head.page.keyboard.press("Enter");
    await head.page.getByText(say("event.subject_named", { name: "Вера Соколова" })).waitFor();
    await head.context.close();

    const chair = await browser.visit(look, person("chair"));
    await chair.page.goto(`/complaints/${id}`);
    await chair.page.getByText(say("conflict.title"), { exact: true }).waitFor();
    expect(await chair.page.getByText(say("conflict.noDecision")).count()).toBeGreaterThan(0);
    expect(await button(chair.page, say("task.approve")).count()).toBe(0);
    expect(await barriersOn(chair.page)).toEqual([]);
    await chair.context.close();
  });

  it("makes a link at the extension, shows it once and withdraws it", async () => {
    const { id } = await askedFor();
    const { page, context } = await browser.visit(look, person("admin"));
    await page.goto(`/complaints/${id}`);
    await button(page, say("link.make")).click();
    await button(page, say("link.send")).click();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
    await page.getByLabel(say("link.person")).selectOption(person("chair").id);
    await button(page, say("link.send")).click();
    const dialog = page.getByRole("dialog");
    const address = dialog.getByLabel(sayPeople(locale, "link.address"), { exact: true });
    await address.waitFor();
    expect(await address.inputValue()).toContain("/task#");
    expect(await barriersOn(page)).toEqual([]);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await dialog.getByRole("button", { name: sayPeople(locale, "link.copy"), exact: true }).click();
    await dialog.getByRole("status").getByText(sayPeople(locale, "link.copied")).waitFor();
    await button(page, sayPeople(locale, "link.done")).click();
    await button(page, say("link.revoke.label", { name: "Вера Соколова" })).click();
    await page.getByText(say("event.task_link_revoked", { name: "Вера Соколова" })).waitFor();
    await page.locator("h3:focus", { hasText: say("link.heading") }).waitFor();
    await context.close();
  });

  it("keeps the focus where it is while a link is shown and minutes pass", async () => {
    const { id } = await askedFor();
    const { page, context } = await browser.visit(look, person("admin"));
    await page.clock.install();
    await page.goto(`/complaints/${id}`);
    await button(page, say("link.make")).click();
    await page.getByLabel(say("link.person")).selectOption(person("chair").id);
    await button(page, say("link.send")).click();
    await page.locator("dialog input.mono:focus").waitFor();
    const done = button(page, sayPeople(locale, "link.done"));
    await done.focus();
    await page.clock.runFor(180_000);
    expect(await done.evaluate((element) => element === document.activeElement)).toBe(true);
    await context.close();
  });

  it("makes no link for whoever has asked for the date, and says who can", async () => {
    const { id } = await askedFor();
    const { page, context } = await browser.visit(look, person("head"));
    await page.goto(`/complaints/${id}`);
    await page.getByText(say("link.noMail")).waitFor();
    await button(page, say("link.make")).press("Enter");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await context.close();
  });

  it("AUTH-23 decides by a link without signing in, and keeps its secret in no address", async () => {
    const { id, incomingNumber } = await askedFor();
    const link = await linkTo(id);
    const { page, context } = await browser.visit(look);
    await page.goto(link);
    await button(page, say("task.approve")).waitFor();
    expect(new URL(page.url()).hash).toBe("");
    const said = (await page.locator("main, body").first().innerText()).replaceAll("\u00a0", " ");
    expect(said).toContain(incomingNumber);
    expect(said).toContain("Ждём лабораторию.");
    expect(said).not.toContain("Варвара Синицына");
    expect(await barriersOn(page)).toEqual([]);
    await button(page, say("task.approve")).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: say("task.approved") }).waitFor();
    expect(await barriersOn(page)).toEqual([]);

    await page.goto("/sign-in");
    await page.goto(link);
    await page.getByRole("heading", { name: say("task.spent.title") }).waitFor();

    // In the same tab the browser loads nothing anew for another link.
    const depth = await page.evaluate(() => history.length);
    const next = await askedFor();
    await page.goto(await linkTo(next.id));
    await button(page, say("task.refuse")).waitFor();
    await page.getByText(next.incomingNumber).first().waitFor();
    expect(new URL(page.url()).hash).toBe("");
    await button(page, say("task.refuse")).click();
    await page.getByRole("heading", { name: say("task.refused") }).waitFor();
    expect(await page.evaluate(() => history.length)).toBe(depth + 1);
    await context.close();
  });
});

describe("whoever looks after the installation", () => {
  it.each(LOCALES)("is led to the organisations and makes one, in %s", async (locale) => {
    const platform = await makePlatformAdmin(server.db.$client);
    const { page, context } = await browser.visit({ locale, colorScheme: "light" }, platform);
    await page.goto("/");
    await page.getByRole("heading", { level: 1, name: sayOrganisations(locale, "title") }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/organisations");
    // The installation has no name but the product's, which is told once.
    expect(await page.getByRole("banner").getByText("Otklik").count()).toBe(1);
    await button(page, sayOrganisations(locale, "make")).click();
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: sayDesk(locale, `language.${locale}`), checked: true })
      .waitFor();
    const name = `АО «Василёк ${locale}»`;
    await page.getByLabel(sayOrganisations(locale, "make.name")).fill(name);
    await page.getByLabel(sayOrganisations(locale, "make.adminName"), { exact: true }).fill("Вера Лугова");
    await page.getByLabel(sayOrganisations(locale, "make.email")).fill("vera@vasilek.test");
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.locator("dialog input.mono").waitFor();
    expect(await page.locator("dialog input.mono").inputValue()).toContain("/invitation#");
    await page.keyboard.press("Escape");
    await page.getByRole("rowheader", { name }).waitFor();
    expect(await barriersOn(page)).toEqual([]);

    // The link is lost with the dialog: another one is made from the list.
    const organisation = name;
    await button(
      page,
      sayOrganisations(locale, "invite.label", { name: "Вера Лугова", organisation }),
    ).click();
    await page.locator("dialog input.mono:focus").waitFor();
    expect(await page.locator("dialog input.mono").inputValue()).toContain("/invitation#");

    // They stand in no register, and no extension acts for them.
    await page.goto("/account");
    await page.getByLabel(sayAccount(locale, "name.label"), { exact: true }).waitFor();
    expect(await page.getByText(sayAccount(locale, "name.hint")).count()).toBe(0);
    expect(await page.getByText(sayAccount(locale, "password.cutOff")).count()).toBe(0);
    await context.close();
  });

  it("keeps the draft when an answer is lost, and makes no second organisation of it", async () => {
    const platform = await makePlatformAdmin(server.db.$client);
    const { page, context } = await browser.visit({ locale: "ru", colorScheme: "light" }, platform);
    await page.goto("/organisations");
    await button(page, sayOrganisations("ru", "make")).click();
    const name = "АО «Потерянный ответ»";
    await page.getByLabel(sayOrganisations("ru", "make.name")).fill(name);
    await page.getByLabel(sayOrganisations("ru", "make.adminName"), { exact: true }).fill("Вера Лугова");
    await page.getByLabel(sayOrganisations("ru", "make.email")).fill("vera@vasilek.test");
    await page.route("**/api/organisations", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await route.fetch();
      await route.abort();
    });
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("alert").waitFor();
    await page.unroute("**/api/organisations");
    await page.reload();
    await button(page, sayOrganisations("ru", "make")).click();
    expect(await page.getByLabel(sayOrganisations("ru", "make.name")).inputValue()).toBe(name);
    await button(page, sayOrganisations("ru", "make.send")).click();
    await page.locator("dialog input.mono").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("rowheader", { name }).waitFor();
    expect(await page.getByRole("rowheader", { name }).count()).toBe(1);
    await button(page, sayOrganisations("ru", "make")).click();
    expect(await page.getByLabel(sayOrganisations("ru", "make.name")).inputValue()).toBe("");
    await context.close();
  });
});
