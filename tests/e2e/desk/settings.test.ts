import { russia } from "@otklik/shared/deadline/calendar/russia";
import { nextWorkedDay } from "@otklik/shared/deadline/calendar/work-calendar";
import { addDays, weekdayOf } from "@otklik/shared/deadline/time/local-day";
import { localDateOf } from "@otklik/shared/deadline/time/zone";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayPlaces } from "../../../server/web/messages/places/index";
import { saySettings } from "../../../server/web/messages/settings/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { overhangOf } from "../../support/overhang";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
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

const COMPLAINTS = 3;

/** An organisation with open claims, and somebody who may change its rules. */
async function makeScene(): Promise<TestPerson> {
  const organisation = await makeOrganisation(server.db);
  const person = await makePerson(server.db, organisation, { roles: ["head"] });
  const agent = await makePerson(server.db, organisation, { roles: ["agent"] });
  const device = await makeDevice(server.db, agent);
  for (let i = 0; i < COMPLAINTS; i++) await registerOver(server, device, sampleComplaint({ kind: "claim" }));
  return person;
}

const say = saySettings;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const bar = (page: Page) => page.getByRole("region", { name: say("ru", "draft.label") });

describe("the calendar", () => {
  let person: TestPerson;
  /** The next day on which people work: a term in working days that begins today counts it. */
  const day = nextWorkedDay(localDateOf(new Date().toISOString(), "Europe/Moscow"), russia);

  beforeAll(async () => {
    person = await makeScene();
  });

  it("is changed by keyboard, published, and the open complaints are recounted by it", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto("/settings/calendar");
    await page.locator("[data-day][tabindex='0']").focus();
    for (let at = ""; at !== day; at = await focusedDay(page)) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await button(page, say("ru", "choice.off")).press("Enter");
    await bar(page)
      .getByText(say("ru", "draft.days", { count: 1 }))
      .waitFor();
    expect(await focusedDay(page)).toBe(day);

    await page.reload();
    await page.getByRole("link", { name: say("ru", "draft.publish") }).click();
    await button(page, say("ru", "preview.start")).click();
    await page
      .getByRole("cell", { name: sayDueWord("ru", "clock.triage") })
      .first()
      .waitFor();

    await button(page, say("ru", "publish.ask")).click();
    await page.getByRole("textbox", { name: say("ru", "publish.note") }).fill("День города");
    await button(page, say("ru", "publish.submit")).click();
    await page.getByText(say("ru", "recount.older", { count: COMPLAINTS })).waitFor();
    await page.getByText("День города").waitFor();

    await button(page, say("ru", "recount.start")).click();
    await page.getByText(say("ru", "recount.nothing")).waitFor();
    await context.close();
    const rows = await server.db.$client`
      SELECT DISTINCT calendar_version, cause FROM due_dates
      WHERE org_id = ${person.organisation.id} AND clock = 'triage' AND superseded_at IS NULL`;
    expect(rows).toEqual([{ calendar_version: "own-1", cause: "recounted" }]);
  });

  it("takes a change back, and all of them, and brings them back again", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto("/settings/hours");
    await button(page, say("ru", "hours.close.label", { day: "понедельник" })).click();
    await button(page, say("ru", "hours.close.label", { day: "вторник" })).click();
    const changed = (count: number) => bar(page).getByText(say("ru", "draft.others", { count }));
    await changed(2).waitFor();
    await page.keyboard.press("Control+z");
    await changed(1).waitFor();
    await button(page, say("ru", "draft.discard")).click();
    await changed(1).waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await changed(1).waitFor();
    const begins = (day: string) => page.getByRole("textbox", { name: say("ru", "hours.from", { day }) });
    expect([await begins("понедельник").count(), await begins("вторник").count()]).toEqual([0, 1]);
    await context.close();
  });

  it("says at the field what is wrong with hours, and keeps them out of the draft", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto("/settings/hours");
    const until = page.getByRole("textbox", { name: say("ru", "hours.to", { day: "понедельник" }) });
    await until.fill("9");
    await until.press("Tab");
    expect(await until.getAttribute("aria-invalid")).toBe("true");
    await page.getByText(say("ru", "hours.fault.empty")).waitFor();
    expect(
      await bar(page)
        .getByRole("link", { name: say("ru", "draft.publish") })
        .count(),
    ).toBe(0);
    await until.fill("1730");
    await until.press("Tab");
    await page.getByText("пн 09:00–17:30", { exact: false }).waitFor();
    await context.close();
  });

  it("reads a file without a year after asking for it, and shows what it changes before it is taken", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto("/settings/files");
    // 2030 as isdayoff writes it, with 1 April at rest, which is a Monday.
    const digits = Array.from({ length: 365 }, (_, place) => {
      const on = addDays("2030-01-01", place);
      return on === "2030-04-01" || weekdayOf(on) > 5 ? "1" : "0";
    });
    await page.getByLabel(say("ru", "import.text")).fill(digits.join(""));
    await button(page, say("ru", "import.read")).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel(say("ru", "import.year"), { exact: true }).first().fill("2030");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /isdayoff.*2030/ }).waitFor();
    await page.getByRole("link", { name: /1 апр\. 2030/ }).waitFor();
    await button(page, say("ru", "import.take")).click();
    const taken = page.locator("[data-day='2030-04-01']");
    await taken.waitFor();
    expect(await taken.getAttribute("aria-label")).toContain(say("ru", "day.changed"));
    await context.close();
  });

  it("carries changes onto what somebody else has published meanwhile", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto("/settings/calendar?year=2027");
    await page.locator("[data-day='2027-04-01']").click();
    await button(page, say("ru", "choice.off")).click();
    await bar(page)
      .getByText(say("ru", "draft.days", { count: 1 }))
      .waitFor();
    const { calendar } = await (await page.request.get("/api/calendar")).json();
    calendar.years["2027"].short.push("04-02");
    const theirs = await page.request.post("/api/calendar", {
      data: { calendar, basedOn: calendar.version, note: null },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(theirs.status()).toBe(201);
    await page.getByRole("link", { name: say("ru", "draft.publish") }).click();
    await button(page, say("ru", "publish.ask")).click();
    await button(page, say("ru", "publish.submit")).click();
    await button(page, say("ru", "draft.carryOver")).click();
    await button(page, say("ru", "publish.ask")).click();
    await button(page, say("ru", "publish.submit")).click();
    await page.getByText(say("ru", "changes.nothing")).waitFor();
    const { calendar: both } = await (await page.request.get("/api/calendar")).json();
    await context.close();
    expect(both.years["2027"].off).toContain("04-01");
    expect(both.years["2027"].short).toContain("04-02");
  });

  it("is read by whoever may not change it", async () => {
    const agent = await makePerson(server.db, person.organisation, { roles: ["agent"] });
    const { page, context } = await browser.visit(LOOKS[0], agent);
    await page.goto("/settings/calendar");
    await page.getByText(say("ru", "draft.readOnly")).waitFor();
    await page.locator("[data-day]").first().click();
    await button(page, say("ru", "day.close")).click();
    expect(await button(page, say("ru", "draft.discard")).count()).toBe(0);
    await page.goto("/settings/publishing");
    await page.getByText("own-1").first().waitFor();
    expect(await button(page, say("ru", "recount.start")).count()).toBe(0);
    await context.close();
  });
});

describe.each(LOOKS)("nobody is kept out: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let person: TestPerson;

  beforeAll(async () => {
    person = await makeScene();
  });

  it.each(["calendar", "hours", "files", "publishing"] as const)("%s", async (name) => {
    const { page, context } = await browser.visit(look, person);
    await page.goto(`/settings/${name}`);
    await page.getByRole("heading", { name: sayPlaces(locale, `page.${name}`), level: 1 }).waitFor();
    await page.locator(".draft-bar").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    for (const width of [360, 800, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    }
    await context.close();
  });

  it("a day that is open, and what its change would do", async () => {
    const { page, context } = await browser.visit(look, person);
    await page.goto("/settings/calendar?year=2026");
    await page.locator("[data-day='2026-11-25']").click();
    await button(page, say(locale, "choice.regional")).click();
    await page.getByRole("combobox", { name: say(locale, "day.act") }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await button(page, say(locale, "choice.off")).click();
    await page.goto("/settings/publishing");
    await button(page, say(locale, "preview.start")).click();
    await page.locator(".count-found").waitFor();
    await button(page, say(locale, "publish.ask")).click();
    await page.getByRole("dialog").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await context.close();
  });
});

async function focusedDay(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.day ?? "");
}
