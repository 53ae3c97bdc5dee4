import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { type ExtensionBrowser, launchChromium } from "../support/chromium";
import { median, report } from "./report";

const RUNS = 7;
/** Browsers take two screenshots a second at most: a clip right after another would wait for that. */
const PAUSE_MS = 1_200;
const POST_ADDRESS = "https://x.com/klyueva_u/status/2123108997002170368";
const THREAD_ADDRESS = "https://forum.example/topic/7";
const FIXTURE = new URL("../../extension/clip/sites/social/x.fixture.html", import.meta.url);
const FILLING = '<div class="row"><p>слово</p></div>'.repeat(3_300);
const POST =
  '<li class="post"><a class="author" href="/u/1">Пров</a> <time datetime="2026-11-17T10:30:12+03:00">вчера</time><div class="post-content">Заказ не привезли.</div></li>';

/**
 * From the press that asks for a clip to the draft that can be edited, with its screenshot: a post of X, and a page of
 * 10,000 nodes of a site that nobody knows.
 */
export async function measureCapture(): Promise<void> {
  const browser = await launchChromium();
  try {
    const post = await readFile(FIXTURE, "utf8");
    const thread = `<!doctype html><title>Тема</title><body>${FILLING}<ol>${POST.repeat(20)}</ol></body>`;
    await measure(browser, "capture.x_ms", POST_ADDRESS, post);
    await measure(browser, "capture.10k_nodes_ms", THREAD_ADDRESS, thread);
  } finally {
    await browser.close();
  }
}

async function measure(
  browser: ExtensionBrowser,
  name: string,
  address: string,
  html: string,
): Promise<void> {
  const page = await browser.context.newPage();
  await page.route("**/*", (route) =>
    route.request().url() === address
      ? route.fulfill({ contentType: "text/html; charset=utf-8", body: html })
      : route.abort(),
  );
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.evaluate(() => {
    const words = [...document.querySelectorAll("[data-testid=tweetText], .post-content")].at(-1);
    if (words !== undefined) getSelection()?.selectAllChildren(words);
  });
  await browser.pressToolbarButton(page);
  await browser.closePopup();
  const took: number[] = [];
  // The first finds a cold background and is not counted.
  for (let run = 0; run <= RUNS; run++) {
    const ms = await clipOnce(browser, page);
    if (run > 0) took.push(ms);
    await page.waitForTimeout(PAUSE_MS);
  }
  report(name, median(took), "ms", RUNS);
  await page.close();
}

/** Runs in the background, where the gesture ends up and the draft is made. */
async function clipOnce(browser: ExtensionBrowser, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await browser.worker();
  return worker.evaluate(async (pageUrl) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const event = chrome.contextMenus.onClicked;
    if (!("dispatch" in event) || typeof event.dispatch !== "function") throw new Error("No dispatch");
    const changed = new BroadcastChannel("otklik-drafts");
    const begun = performance.now();
    const captured = new Promise<number>((resolve) => {
      changed.onmessage = async () => {
        const told = performance.now();
        const opening = indexedDB.open("otklik");
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("drafts").objectStore("drafts").getAll();
          reading.onsuccess = () => {
            database.close();
            const waiting = reading.result.filter(({ screenshot }) => screenshot === null);
            if (reading.result.length > 0 && waiting.length === 0) resolve(told - begun);
          };
        };
      };
    });
    event.dispatch({ menuItemId: "clip", editable: false, pageUrl }, tab);
    const ms = await captured;
    changed.close();
    return ms;
  }, page.url());
}
