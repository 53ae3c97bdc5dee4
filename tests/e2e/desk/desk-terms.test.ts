import type { Complaint } from "@otklik/shared/complaint/complaint";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { sayDeadline } from "@otklik/shared/messages/deadline/index";
import { sayProblem } from "@otklik/shared/messages/problem/index";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sayEnd } from "../../../server/web/complaint/dates/say-end";
import { sayDates } from "../../../server/web/messages/dates/index";
import { sayDesk } from "../../../server/web/messages/index";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  type TestDevice,
  type TestPerson,
} from "../../support/organisation";
import { putRegulationInForce } from "../../support/publish-rules";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";

const LOOK = LOOKS[0] ?? { locale: "ru", colorScheme: "light" };
const { locale } = LOOK;

let server: ServerProcess;
let browser: DeskBrowser;
let admin: TestPerson;
let head: TestPerson;
let chair: TestPerson;
let device: TestDevice;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
  const organisation = await makeOrganisation(server.db, { locale });
  admin = await makePerson(server.db, organisation, { roles: ["admin"] });
  head = await makePerson(server.db, organisation, { roles: ["head"], name: "Елена Сойкина" });
  chair = await makePerson(server.db, organisation, { roles: ["chair"], name: "Пётр Чижов" });
  device = await makeDevice(server.db, admin);
  // As the register came with, save that the first response may wait for the complainant.
  const timeLimits = ruDefault.timeLimits.map((limit) =>
    limit.clock === "first_response" ? { ...limit, pausable: true } : limit,
  );
  await putRegulationInForce(server.db, admin, { name: "own", version: 1, timeLimits }, "2026-01-01");
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const said = (page: Page, words: string) => page.getByRole("status").getByText(words, { exact: false });
const item = (page: Page, clock: Parameters<typeof sayClock>[0]) =>
  page.locator(".due-item", { hasText: sayClock(clock) });
const sayClock = (clock: Complaint["dueDates"][number]["clock"]) => sayDeadline(locale, `clock.${clock}`);

let id = "";
let number = "";

async function register(): Promise<void> {
  const receipt = await registerOver(server, device, sampleComplaint({ kind: "claim" }));
  id = receipt.id;
  number = receipt.incomingNumber;
}

/** The complaint as its own page reads it. */
async function read(page: Page): Promise<Complaint> {
  return page.evaluate(async (at) => (await fetch(at)).json(), `/api/complaints/${id}`);
}

async function open(person: TestPerson) {
  const visit = await browser.visit(LOOK, person);
  await visit.page.goto(`/complaints/${id}`);
  await heading(visit.page, sayComplaint(locale, "number", { number })).waitFor();
  return visit;
}

describe("triage", () => {
  beforeEach(register);

  it("by two keys takes the complaint for what it is", async () => {
    const { page, context } = await open(head);
    await page.keyboard.press("t");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Enter");
    await said(page, sayDates(locale, "triage.saved")).waitFor();
    const { kind, dueDates } = await read(page);
    expect(kind).toBe("claim");
    expect(dueDates.find(({ clock }) => clock === "triage")?.metAt).not.toBeNull();
    await context.close();
  });

  it("tells the new date before it is saved, moves it, and keeps the old one", async () => {
    const { page, context } = await open(head);
    const answer = (complaint: Complaint) => complaint.dueDates.find(({ clock }) => clock === "answer");
    const before = answer(await read(page));
    await page.keyboard.press("t");
    await page.getByRole("checkbox", { name: sayDeadline(locale, "basis.refund") }).check();
    const outlook = page.getByRole("dialog").getByRole("status");
    await outlook.getByRole("listitem").first().waitFor();
    const told = await outlook.getByRole("listitem").first().textContent();
    await button(page, sayDates(locale, "triage.save")).click();
    await said(page, sayDates(locale, "triage.saved")).waitFor();
    const complaint = await read(page);
    const after = answer(complaint);
    expect(after?.rule.id).toBe("answer-refund");
    expect(after?.dueAt).not.toBe(before?.dueAt);
    expect(complaint.dueHistory.map(({ dueAt, cause }) => [dueAt, cause])).toEqual([
      [before?.dueAt, "registered"],
    ]);
    if (before === undefined || after === undefined) throw new Error("The answer has no date");
    const reading = { zone: complaint.zone, now: new Date() };
    // The page has told what the server then did.
    expect(told).toBe(
      sayDates(locale, "outlook.moved", {
        clock: sayClock("answer"),
        before: sayEnd(locale, before, reading),
        after: sayEnd(locale, after, reading),
      }),
    );
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("due-title");
    await item(page, "answer").getByText(sayDates(locale, "due.why")).click();
    await item(page, "answer")
      .getByRole("heading", { name: sayDates(locale, "past.title") })
      .waitFor();
    await context.close();
  });
});

describe("a later date", () => {
  beforeEach(register);

  it("is asked for by the head, approved by the chair, and told to the complainant", async () => {
    const reason = "Лаборатория не закончила проверку.";
    const asked = await open(head);
    await asked.page.keyboard.press("e");
    const field = asked.page.getByLabel(sayDates(locale, "extend.dueOn"));
    const dueOn = await field.inputValue();
    await field.fill("2020-01-01");
    await asked.page.getByLabel(sayDates(locale, "change.reason")).fill(reason);
    await asked.page.getByText(sayProblem(locale, "extension-not-later").detail).waitFor();
    await button(asked.page, sayDates(locale, "extend.send")).click();
    // Nothing was sent, and nothing typed is lost.
    expect(await asked.page.getByLabel(sayDates(locale, "change.reason")).inputValue()).toBe(reason);
    await field.fill(dueOn);
    await button(asked.page, sayDates(locale, "extend.send")).click();
    await said(asked.page, sayDates(locale, "extend.sent")).waitFor();
    await item(asked.page, "answer").getByText(sayDates(locale, "extension.chairDecides")).waitFor();

    const decided = await browser.visit(LOOK, chair);
    await decided.page.goto("/complaints");
    const awaiting = sayDesk(locale, "view.awaiting_decision");
    await decided.page.getByRole("link", { name: awaiting, exact: true }).click();
    await decided.page
      .getByRole("region", { name: sayDesk(locale, "list.label", { view: awaiting }) })
      .getByRole("link", { name: number })
      .click();
    await decided.page.getByLabel(sayDates(locale, "extension.comment")).fill("Согласен.");
    await button(decided.page, sayDates(locale, "extension.approve")).click();
    await said(decided.page, sayDates(locale, "event.extension_approved")).waitFor();
    await item(decided.page, "answer").getByText(sayDates(locale, "notice.title")).waitFor();
    const complaint = await read(decided.page);
    expect(complaint.dueDates.find(({ clock }) => clock === "answer")).toMatchObject({
      dueOn,
      cause: "extended",
    });
    const notice = complaint.extensions[0]?.notice ?? "";
    expect(notice).toContain(reason);
    expect(await item(decided.page, "answer").getByRole("blockquote").textContent()).toBe(notice);
    await asked.context.close();
    await decided.context.close();
  });

  it("that was typed is still there when the session has ended meanwhile", async () => {
    const { page, context } = await open(head);
    await page.keyboard.press("e");
    await page.getByLabel(sayDates(locale, "change.reason")).fill("Ждём ответа завода.");
    await context.clearCookies();
    await button(page, sayDates(locale, "extend.send")).click();
    await heading(page, sayDesk(locale, "signIn.title")).waitFor();
    await page.getByLabel(sayDesk(locale, "signIn.email")).fill(head.email);
    await page.getByLabel(sayDesk(locale, "signIn.password")).fill(head.password);
    await page.keyboard.press("Enter");
    await heading(page, sayComplaint(locale, "number", { number })).waitFor();
    await page.keyboard.press("e");
    await expect
      .poll(() => page.getByLabel(sayDates(locale, "change.reason")).inputValue())
      .toBe("Ждём ответа завода.");
    await context.close();
  });
});

describe("waiting, closing and opening again", () => {
  beforeEach(register);

  it("a service clock stands still while the complainant is waited for; the others go on", async () => {
    const { page, context } = await open(head);
    await page.keyboard.press("w");
    await page.getByRole("dialog").getByText(sayClock("first_response")).waitFor();
    await page.getByLabel(sayDates(locale, "change.reason")).fill("Просим прислать чек.");
    await button(page, sayDates(locale, "wait.send")).click();
    await said(page, sayDates(locale, "wait.sent")).waitFor();
    await item(page, "first_response").getByText(sayDates(locale, "due.why.stands")).waitFor();
    const waiting = await read(page);
    expect(waiting.pausedClocks.map(({ clock }) => clock)).toEqual(["first_response"]);
    expect(waiting.dueDates.map(({ clock }) => clock).sort()).toEqual(["answer", "triage"]);
    await page.keyboard.press("w");
    await button(page, sayDates(locale, "resume.send")).press("Enter");
    await said(page, sayDates(locale, "event.pause_ended")).waitFor();
    await item(page, "first_response").getByText(sayDates(locale, "due.why"), { exact: true }).waitFor();
    expect((await read(page)).pausedClocks).toEqual([]);
    await context.close();
  });

  it("every clock runs anew when a closed complaint is opened again", async () => {
    const { page, context } = await open(head);
    await page.keyboard.press("r");
    await button(page, sayDesk(locale, "step.confirm.close")).press("Enter");
    await page.getByText(sayDesk(locale, "next.none")).waitFor();
    await item(page, "retention").waitFor();
    await page.keyboard.press("o");
    await page.getByLabel(sayDates(locale, "change.reason")).fill("Заявитель не согласен.");
    await button(page, sayDates(locale, "reopen.send")).click();
    await said(page, sayDates(locale, "reopen.sent")).waitFor();
    const { status, restartedAt, dueDates } = await read(page);
    expect(status).toBe("registered");
    expect(restartedAt).not.toBeNull();
    expect(new Set(dueDates.map(({ startAt }) => startAt))).toEqual(new Set([restartedAt]));
    await context.close();
  });

  it("a complaint is shown before another is merged into it, and each leads to the other", async () => {
    const [firstId, firstNumber] = [id, number];
    await register();
    const { page, context } = await open(head);
    await page.keyboard.press("m");
    await page.getByLabel(sayDates(locale, "merge.number")).fill(firstNumber);
    await page.keyboard.press("Enter");
    await button(page, sayDates(locale, "merge.send", { number: firstNumber })).waitFor();
    expect((await read(page)).status).toBe("registered");
    await page.keyboard.press("Enter");
    await page.getByText(sayDesk(locale, "next.merged")).waitFor();
    const link = (other: string) =>
      page.locator(".complaint-head").getByRole("link", {
        name: sayComplaint(locale, "number", { number: other }),
      });
    await link(firstNumber).click();
    await page.waitForURL(`**/complaints/${firstId}`);
    await link(number).waitFor();
    await context.close();
  });
});
