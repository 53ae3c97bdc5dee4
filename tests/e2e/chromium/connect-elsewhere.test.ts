import type { Locale } from "@otklik/shared/people/locale";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sayOptions } from "../../../extension/messages/options/index";
import { barriersByDayAndNight } from "../../support/axe";
import { type Scene, setScene } from "../../support/scene";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});

afterAll(async () => {
  await scene?.close();
});

/** Lays clips into the outbox that were sent for these, as an agent without network leaves them. */
async function layClips(destinations: readonly object[]): Promise<void> {
  const page = await scene.browser.openOwnPage("options.html");
  await page.locator("main").waitFor();
  await page.evaluate(async (laid) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("otklik");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const transaction = database.transaction("outbox", "readwrite");
    for (const [sequence, destination] of laid.entries()) {
      const state = { state: "parked", attempts: 1, nextAttemptAt: null, problem: null, receipt: null };
      const id = crypto.randomUUID();
      transaction.objectStore("outbox").put({ id, sequence, destination, ...state, filesLeft: [] });
    }
    await new Promise((resolve) => transaction.addEventListener("complete", resolve));
    database.close();
  }, destinations);
  await page.close();
}

/** The options in a language, as soon as they tell of the three clips that wait. */
async function openOptions(locale: Locale): Promise<Page> {
  const page = await scene.browser.openOwnPage("options.html");
  const settings = { locale, serverUrl: scene.server.url };
  await page.evaluate((settings) => chrome.storage.local.set({ settings }), settings);
  const who = `Служба доставки, ${new URL(scene.server.url).host}`;
  await page.getByText(sayOptions(locale, "pairing.waiting", { count: 3, who })).waitFor();
  return page;
}

it("before the connection is changed the options say what waits and what becomes of it", async () => {
  const here = { origin: scene.server.url, organisationId: "org", name: "Служба доставки" };
  await layClips([here, here, here]);
  for (const locale of ["ru", "en"] as const) {
    const page = await openOptions(locale);
    const disconnect = page.getByRole("button", { name: sayOptions(locale, "pairing.disconnect") });
    const described = await disconnect.evaluate(
      (button) => document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent,
    );
    expect(described).toContain(sayOptions(locale, "pairing.waitingStay"));
    expect(await barriersByDayAndNight(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  }
  // The form by which it is connected elsewhere says it too.
  const page = await openOptions("ru");
  await page.getByRole("button", { name: sayOptions("ru", "pairing.disconnect") }).click();
  await page.getByRole("button", { name: sayOptions("ru", "pairing.connect"), exact: true }).waitFor();
  await page.getByText(sayOptions("ru", "pairing.waitingStay")).waitFor();
  await page.close();
});
