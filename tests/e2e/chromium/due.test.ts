import type { ComplaintPage } from "@otklik/shared/complaint/complaint";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { sayDue } from "@otklik/shared/deadline/say/say-due";
import { sayWhy } from "@otklik/shared/deadline/say/say-why";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { barriersByDayAndNight } from "../../support/axe";
import { clipFromMenu } from "../../support/clip-gesture";
import { putRegulationInForce } from "../../support/publish-rules";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

/*
 * Due dates in the extension: what is left and why in the popup, and the draft dated by the organisation's own
 * rules, all of it without the network too.
 */

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
  await registerOver(scene.server, scene.device, sampleComplaint({ kind: "suggestion" }));
});

afterAll(async () => {
  await scene?.close();
});

it("tells in the popup what is left in the unit of the clock, and from the keyboard why", async () => {
  const page = await openPopup();
  const row = page.locator(".complaint");
  const line = row.getByRole("button", { name: "остался 1 рабочий день" });
  await line.waitFor();
  expect(await line.getAttribute("aria-expanded")).toBe("false");
  const why = row.locator(".why");
  expect(await why.isVisible()).toBe(false);

  await page.keyboard.press("j");
  await page.keyboard.press("w");
  await why.waitFor();
  expect(await line.getAttribute("aria-expanded")).toBe("true");
  const { nextDue, zone } = await nextDueOf();
  expect(await why.textContent()).toBe(sayWhy("ru", nextDue, new Date(), zone));
  expect(await barriersByDayAndNight(page)).toEqual([]);

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await line.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await why.waitFor({ state: "hidden" });
  await page.close();
});

it("dates a draft by the regulation that the organisation has published, with and without the server", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const timeLimits = ruDefault.timeLimits.map((limit) =>
    limit.id === "answer-claim" ? { ...limit, id: "answer-own", n: 7 } : limit,
  );
  const regulation = { name: "own", version: 1, timeLimits };
  await putRegulationInForce(scene.server.db, scene.person, regulation, yesterdayOf(today));
  await refresh();

  const forum = await scene.browser.context.newPage();
  await forum.goto(scene.pages.url("/"));
  await clipFromMenu(scene.browser, forum);
  const panel = await openSidePanel(scene.browser);
  await panel.field("kind").selectOption("claim");
  const preview = panel.page.locator(".due-preview");
  await preview.getByText("7 календарных дней с регистрации").waitFor();
  const answer = await preview.locator(".answer").textContent();
  await panel.close();

  await scene.server.stop();
  const offline = await openSidePanel(scene.browser);
  await offline.page.locator(".due-preview").getByText("7 календарных дней с регистрации").waitFor();
  expect(await offline.page.locator(".due-preview .answer").textContent()).toBe(answer);
  await offline.close();
});

it("still shows a copy that an earlier version made, without its rule and calendar", async () => {
  const due = {
    clock: "answer",
    dueAt: "2031-01-12T21:00:00.000Z",
    dueOn: "2031-01-12",
    provisional: true,
  } as const;
  const page = await openPopup();
  await page.evaluate(async (nextDue) => {
    const { complaints: copy } = await chrome.storage.local.get<{
      complaints: { complaints: { nextDue: unknown }[]; window?: unknown };
    }>("complaints");
    const { window: _window, ...rest } = copy;
    const complaints = copy.complaints.map((complaint) => ({ ...complaint, nextDue }));
    await chrome.storage.local.set({ complaints: { ...rest, zone: "Europe/Moscow", complaints } });
  }, due);
  await page.reload();
  await page
    .locator(".complaint .due")
    .getByText(sayDue("ru", due, new Date(), "Europe/Moscow", null))
    .waitFor();
  expect(await page.locator(".complaint button").count()).toBe(0);
  await page.close();
});

async function openPopup(): Promise<Page> {
  const page = await scene.browser.openOwnPage("popup.html");
  await page.locator(".complaint").waitFor();
  return page;
}

/** As the popup does when it opens. */
async function refresh(): Promise<void> {
  const page = await scene.browser.openOwnPage("options.html");
  await until("the own rules", () =>
    page.evaluate(async () => {
      await chrome.runtime.sendMessage({ type: "refresh" });
      const { rules } = await chrome.storage.local.get<{ rules?: { regulation: { name: string } } }>("rules");
      return rules?.regulation.name === "own" ? true : null;
    }),
  );
  await page.close();
}

async function nextDueOf() {
  const answer = await fetch(`${scene.server.url}/api/complaints?view=mine`, {
    headers: scene.device.headers,
  });
  const { complaints, zone }: ComplaintPage = await answer.json();
  const nextDue = complaints[0]?.nextDue;
  if (!nextDue) throw new Error("Nothing is due");
  return { nextDue, zone };
}

function yesterdayOf(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
