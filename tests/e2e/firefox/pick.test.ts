import { afterAll, beforeAll, expect, it } from "vitest";
import { type FirefoxBrowser, launchFirefox } from "../../support/firefox";
import { chooseClip, clickOn, openBehind, openMenuOn } from "../../support/firefox-gesture";
import { openAll } from "../../support/open-all";
import { type SamplePages, servePages } from "../../support/sample-pages";
import { until } from "../../support/until";

let pages: SamplePages;
let browser: FirefoxBrowser;

beforeAll(async () => {
  [pages, browser] = await openAll<[SamplePages, FirefoxBrowser]>([servePages(), launchFirefox()]);
});

afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

/** The newest draft's words, seen in the panel's page. */
async function wordsInPanel(pattern: RegExp): Promise<string> {
  await openBehind(browser, browser.pageUrl("sidepanel.html"));
  return until("the words of the clip", async () => {
    const words = await browser.driver.inPage(() => document.querySelector("textarea")?.value ?? "");
    return pattern.test(words) ? words : null;
  });
}

it("clips the very post that the real context menu was opened on, with nothing selected", async () => {
  await browser.goTo(pages.url("/"));
  await openMenuOn(browser, "#post-2 p");
  await chooseClip(browser);
  expect(await wordsInPanel(/\S/)).toContain("Оператор бросил трубку");
});

it("opens the picker where the menu was opened on no post, takes what is pressed and leaves the page as it was", async () => {
  await browser.goTo(pages.url("/"));
  const before = await browser.driver.inPage(() => document.documentElement.outerHTML);
  await openMenuOn(browser, "h1");
  await chooseClip(browser);
  await until("the picker to be open", () =>
    browser.driver.inPage(() => document.querySelector("html > div") !== null),
  );
  await clickOn(browser, "#post-3 p");
  await until("the picker to have left", () =>
    browser.driver.inPage(() => document.querySelector("html > div") === null),
  );
  expect(await browser.driver.inPage(() => document.documentElement.outerHTML)).toBe(before);
  expect(await wordsInPanel(/Charged/)).toContain("Charged twice for one order");
});
