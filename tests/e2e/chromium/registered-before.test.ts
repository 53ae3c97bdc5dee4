import type { RegisteredBeforeAnswer } from "@otklik/shared/capture/registered-before";
import { sayDueShort } from "@otklik/shared/deadline/say/say-due";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import { LOCALES, type Locale } from "@otklik/shared/people/locale";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sayDraft } from "../../../extension/messages/draft/index";
import { sayBefore } from "../../../extension/messages/registered-before/index";
import { barriersByDayAndNight } from "../../support/axe";
import { clipFromMenu, selectText } from "../../support/clip-gesture";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

/*
 * One post that is clipped twice, each step upon the one before: the second draft tells of the first, and becomes
 * evidence of the same complaint.
 */

let scene: Scene;
let post: Page;
let number = "";

beforeAll(async () => {
  scene = await setScene();
  post = await scene.browser.context.newPage();
  await post.goto(scene.pages.url("/@sinitsa/110001"));
});

afterAll(async () => {
  await scene?.close();
});

async function clipPost(): Promise<void> {
  await clipFromMenu(scene.browser, post, await selectText(post, "#complaint"));
}

/** Turns the extension to another language while it is open. */
async function speak(page: Page, locale: Locale): Promise<void> {
  await page.evaluate((settings) => chrome.storage.local.set({ settings }), {
    locale,
    serverUrl: scene.server.url,
  } as const);
}

it("the second draft of a post tells its number, who has it and by when it is owed, to everybody", async () => {
  const { server, device, organisation, person } = scene;
  await clipPost();
  const first = await openSidePanel(scene.browser);
  await first.send();
  const year = new Intl.DateTimeFormat("en", { timeZone: organisation.zone, year: "numeric" }).format();
  number = `${year}-000001`;
  await first.registered(number);
  await first.close();
  const answer = await fetch(`${server.url}/api/complaints/registered-before`, {
    method: "POST",
    headers: { ...device.headers, "content-type": "application/json" },
    body: JSON.stringify({ permalinkKeys: await storedKeys(), narrative: null }),
  });
  const { same, zone }: RegisteredBeforeAnswer = await answer.json();
  const due = same[0]?.nextDue;
  if (!due) throw new Error("nothing is owed");

  await clipPost();
  const { page, close } = await openSidePanel(scene.browser);
  for (const locale of LOCALES) {
    await speak(page, locale);
    const notice = page.getByRole("region", { name: sayBefore(locale, "same"), exact: true });
    await notice
      .getByRole("link", { name: sayComplaint(locale, "number", { number }), exact: true })
      .waitFor();
    const told = await notice.innerText();
    expect(told).toContain(person.name);
    expect(told).toContain(sayDueShort(locale, due, new Date(), zone));
    expect(await barriersByDayAndNight(page)).toEqual([]);
  }
  await speak(page, "ru");
  await close();
});

it("goes to that complaint by keyboard, and no new number is given", async () => {
  const { db } = scene.server;
  const { page, close } = await openSidePanel(scene.browser);
  const named = sayComplaint("ru", "number", { number });
  const notice = page.getByRole("region", { name: sayBefore("ru", "same"), exact: true });
  await notice.getByRole("link", { name: named, exact: true }).focus();
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  expect(await focused.innerText()).toBe(sayBefore("ru", "addTo", { number: named }));
  await page.keyboard.press("Enter");
  // Asked first, on the answer that sends nothing.
  await page.getByRole("button", { name: sayBefore("ru", "add.keep"), exact: true }).waitFor();
  expect(await focused.innerText()).toBe(sayBefore("ru", "add.keep"));
  await page.keyboard.press("Tab");
  expect(await focused.innerText()).toBe(sayBefore("ru", "add.send"));
  await page.keyboard.press("Enter");
  await page.getByText(`${sayDraft("ru", "sent.added")} ${named}`).waitFor();
  await close();
  const added = await db.$client`
    SELECT c.ordinal, a.clip ->> 'permalink' AS permalink FROM added_clips a
    JOIN complaints c ON c.org_id = a.org_id AND c.id = a.complaint_id
    WHERE a.org_id = ${scene.organisation.id}`;
  expect(added).toEqual([{ ordinal: 1, permalink: scene.pages.url("/@sinitsa/110001") }]);
  const complaints = await db.$client`SELECT id FROM complaints WHERE org_id = ${scene.organisation.id}`;
  expect(complaints).toHaveLength(1);
});

it("the panel tells on demand which posts of the page are registered", async () => {
  const { page, close } = await openSidePanel(scene.browser);
  const ask = page.getByRole("button", { name: sayBefore("ru", "page.ask"), exact: true });
  await ask.waitFor();
  // The page is the one in front, as it is beside a real panel.
  await post.bringToFront();
  await ask.evaluate((button) => button instanceof HTMLElement && button.click());
  const found = page.locator(".registered li");
  await until("the answer", async () => (await found.count()) === 1);
  expect(await found.innerText()).toContain(sayComplaint("ru", "number", { number }));
  expect(await found.innerText()).toContain("Варвара Синицына");
  expect(await barriersByDayAndNight(page)).toEqual([]);
  await close();
});

async function storedKeys(): Promise<string[]> {
  const rows = await scene.server.db.$client<{ key: string }[]>`
    SELECT clip ->> 'permalinkKey' AS key FROM complaints WHERE org_id = ${scene.organisation.id}`;
  return rows.map(({ key }) => key);
}
