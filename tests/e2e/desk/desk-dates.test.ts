import { complaintSchema } from "@otklik/shared/complaint/complaint";
import { russia } from "@otklik/shared/deadline/calendar/russia";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDates } from "../../../server/web/messages/dates/index";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../support/organisation";
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

/** A complaint that has been triaged, with a later date that waits for the chair. */
async function makeComplaint(person: TestPerson): Promise<{ id: string; number: string }> {
  const device = await makeDevice(server.db, person);
  const { id, incomingNumber } = await registerOver(server, device, sampleComplaint({ kind: "claim" }));
  const session = await signIn(server.db, person);
  const post = async (what: string, json: unknown) => {
    const answer = await fetch(`${server.url}/api/complaints/${id}/${what}`, {
      method: "POST",
      headers: { ...session, "content-type": "application/json" },
      body: JSON.stringify(json),
    });
    if (!answer.ok) throw new Error(`Refused with ${answer.status}: ${await answer.text()}`);
    return complaintSchema.parse(await answer.json());
  };
  const triaged = await post("triage", { kind: "claim", anonymous: false, bases: ["cross_border"] });
  const answer = triaged.dueDates.find(({ clock }) => clock === "answer");
  const nextYear = Number(answer?.dueOn.slice(0, 4)) + 1;
  await post("extensions", { clock: "answer", dueOn: `${nextYear}-01-15`, reason: "Ждём ответа завода." });
  return { id, number: incomingNumber };
}

describe.each(LOOKS)("nobody is kept out: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let person: TestPerson;
  let complaint = { id: "", number: "" };

  beforeAll(async () => {
    const organisation = await makeOrganisation(server.db, { locale });
    person = await makePerson(server.db, organisation, { roles: ["admin"] });
    complaint = await makeComplaint(person);
  });

  it.each([
    ["triage", "t", () => sayDates(locale, "triage.bases")],
    ["a later date", "e", () => sayDates(locale, "extend.obstacle.waiting")],
    ["waiting", "w", () => sayDates(locale, "wait.send")],
    ["merging", "m", () => sayDates(locale, "merge.number")],
  ])("the dialog of %s", async (_name, key, words) => {
    const { page, context } = await browser.visit(look, person);
    await page.goto(`/complaints/${complaint.id}`);
    await page.getByText(sayDates(locale, "extension.approve")).waitFor();
    await page.keyboard.press(key);
    await page.getByRole("dialog").getByText(words()).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await context.close();
  });

  it("the complaint with every reckoning open, and the menu", async () => {
    const { page, context } = await browser.visit(look, person);
    await page.setViewportSize({ width: 360, height: 700 });
    await page.goto(`/complaints/${complaint.id}`);
    await page.getByText(sayDates(locale, "extension.approve")).waitFor();
    for (const summary of await page.locator(".why > summary").all()) await summary.click();
    await page.getByRole("button", { name: sayDates(locale, "more"), exact: true }).click();
    await page.getByRole("button", { name: sayDates(locale, "more.receive_again") }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    await context.close();
  });

  it("the page for the file", async () => {
    const { page, context } = await browser.visit(look, person);
    await page.setViewportSize({ width: 360, height: 700 });
    await page.goto(`/complaints/${complaint.id}/dates`);
    await page
      .getByRole("heading", { name: sayDates(locale, "file.title", { number: complaint.number }) })
      .waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    await context.close();
  });
});

describe("the page for the file", () => {
  let person: TestPerson;
  let complaint = { id: "", number: "" };

  beforeAll(async () => {
    const organisation = await makeOrganisation(server.db);
    person = await makePerson(server.db, organisation, { roles: ["admin"] });
    complaint = await makeComplaint(person);
  });

  it("is one key from the complaint, and Esc leads back", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto(`/complaints/${complaint.id}`);
    await page.getByText(sayDates("ru", "extension.approve")).waitFor();
    await page.keyboard.press("d");
    await page.waitForURL(`**/complaints/${complaint.id}/dates`);
    await page.locator(".file-clock").first().waitFor();
    await page.keyboard.press("Escape");
    await page
      .getByRole("heading", { name: sayComplaint("ru", "number", { number: complaint.number }) })
      .waitFor();
    expect(new URL(page.url()).pathname).toBe(`/complaints/${complaint.id}`);
    await context.close();
  });

  it("prints black on white, whatever the screen looks like, and nothing but itself", async () => {
    const { page, context } = await browser.visit({ locale: "en", colorScheme: "dark" }, person);
    await page.goto(`/complaints/${complaint.id}/dates`);
    await page.locator(".file-clock").first().waitFor();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const painted = await page.evaluate(() => {
      const body = getComputedStyle(document.body);
      return { ink: body.color, paper: body.backgroundColor };
    });
    expect(painted).toEqual({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
    expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole("link").filter({ visible: true }).count()).toBe(0);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await context.close();
  });

  it("tells every clock, its act, its versions, the dates before and the extension", async () => {
    const { page, context } = await browser.visit(LOOKS[0], person);
    await page.goto(`/complaints/${complaint.id}/dates`);
    const answer = page.locator(".file-clock", { hasText: sayDeadline("ru", "clock.answer") }).last();
    await answer.waitFor();
    const text = await page.locator("main").textContent();
    for (const words of [
      sayDeadline("ru", "clock.triage"),
      sayDeadline("ru", "clock.first_response"),
      sayDeadline("ru", "act.regulation", { clause: "3.3.5" }),
      sayDeadline("ru", "cause.registered"),
      sayDeadline("ru", "cause.classified"),
      sayDates("ru", "rule.regulation.version", { name: "ru-default", version: 2 }),
      sayDates("ru", "revisions.calendar", { version: russia.version }),
      sayDates("ru", "file.undecided"),
      person.name,
      "Ждём ответа завода.",
    ]) {
      expect(text).toContain(words);
    }
    await context.close();
  });
});
