import type { CapturedPage } from "@otklik/extension/clip/captured-page";
import type { ReadOn } from "@otklik/extension/clip/fallback/read-on";
import { wantsReadingOn, withWordsReadOn } from "@otklik/extension/clip/fallback/with-words-read-on";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";
import { findHeadlessChromium } from "../support/find-browser";
import { type BuiltScripts, builtScripts } from "./built-clip-script";
import { isWebAddress } from "./extract-options";
import { type PointAt, type Pointing, pointOnPage } from "./point-on-page";
import { ReadingRefusal } from "./reading-refusal";

/** A page may hide what documents have under names of its own. */
const MARKUP = "new XMLSerializer().serializeToString(document)";
const LOAD_TIMEOUT_MS = 60_000;

export interface SavedPage {
  readonly html: Uint8Array;
  /** The address at which the page is read. */
  readonly url: string;
}

export interface ReadingBrowser {
  /**
   * Reads a saved page as the extension does. Nothing is asked of the network.
   *
   * @throws ReadingRefusal when the address is none or nothing is where it points
   */
  read(page: SavedPage, target?: PointAt): Promise<CapturedPage>;
  /** The same, and how it was for the page: one that runs its own scripts may change itself meanwhile. */
  watch(page: SavedPage, target?: PointAt): Promise<WatchedReading>;
  close(): Promise<void>;
}

export interface WatchedReading {
  readonly captured: CapturedPage;
  /** How long the page's thread was taken. */
  readonly ms: number;
  /** The page's markup is what it was before. */
  readonly unchanged: boolean;
}

export interface ReadingOptions {
  /** Lets the pages run their own scripts, as they do in life. */
  readonly pageScripts?: boolean;
}

/**
 * A headless Chromium that reads saved pages with the built extension's own script, in a world of its own. Scripts
 * of the pages do not run unless they are asked for.
 *
 * @throws ReadingRefusal when there is no browser
 */
export async function openReadingBrowser(options: ReadingOptions = {}): Promise<ReadingBrowser> {
  const executablePath = findHeadlessChromium();
  if (executablePath === null)
    throw new ReadingRefusal("There is no Chromium: install it, or name it in CHROMIUM.");
  const scripts = await builtScripts();
  const browser = await chromium.launch({ executablePath, headless: true, chromiumSandbox: false });
  const context = await browser.newContext({
    javaScriptEnabled: options.pageScripts === true,
    viewport: { width: 1280, height: 900 },
    serviceWorkers: "block",
  });
  return {
    read: async (saved, target = {}) => (await readSaved(context, scripts, saved, target)).captured,
    watch: (saved, target = {}) => readSaved(context, scripts, saved, target),
    close: () => browser.close(),
  };
}

async function readSaved(
  context: BrowserContext,
  scripts: BuiltScripts,
  saved: SavedPage,
  target: PointAt,
): Promise<WatchedReading> {
  if (!isWebAddress(saved.url)) throw new ReadingRefusal(`"${saved.url}" is no web address.`);
  const page = await context.newPage();
  try {
    await openSaved(page, saved.html, saved.url);
    const world = await isolatedWorld(page);
    const pointing = await evaluate<Pointing>(
      world,
      `(${pointOnPage})(${JSON.stringify(target)}, globalThis)`,
    );
    refuse(pointing, target);
    const before = await evaluate<string>(world, MARKUP);
    const begun = performance.now();
    const known = await evaluate<CapturedPage>(world, scripts.clip);
    const clipped = known.wantsFurtherReaders
      ? await evaluate<CapturedPage>(world, scripts.furtherReaders)
      : known;
    const read = wantsReadingOn(clipped) ? await evaluate<ReadOn | null>(world, scripts.readOn) : null;
    const ms = performance.now() - begun;
    const unchanged = before === (await evaluate<string>(world, MARKUP));
    return { captured: withWordsReadOn(clipped, read), ms, unchanged };
  } finally {
    await page.close();
  }
}

/** The one answer is the page itself; every other request is refused. */
async function openSaved(page: Page, html: Uint8Array, url: string): Promise<void> {
  let given = false;
  await page.route("**/*", async (route) => {
    if (given || !route.request().isNavigationRequest()) return route.abort("aborted");
    given = true;
    return route.fulfill({ status: 200, contentType: contentType(html), body: Buffer.from(html) });
  });
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: LOAD_TIMEOUT_MS });
}

/** A page that names its own encoding is believed; others are saved as UTF-8. */
function contentType(html: Uint8Array): string {
  const head = Buffer.from(html.subarray(0, 2_048)).toString("latin1");
  return /<meta[^>]+charset/i.test(head) ? "text/html" : "text/html; charset=utf-8";
}

function refuse(pointing: Pointing, target: PointAt): void {
  if (pointing === "pointed") return;
  const sentence = {
    "bad-selector": `"${target.select}" is no CSS selector.`,
    "no-such-element": `The page has no element "${target.select}".`,
    "no-such-words": `The page does not hold the words "${target.quote}".`,
  }[pointing];
  throw new ReadingRefusal(sentence);
}

interface World {
  readonly session: CDPSession;
  readonly contextId: number;
}

/** A world like that of an extension's script: the same page, and nothing that the page's scripts have made. */
async function isolatedWorld(page: Page): Promise<World> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "otklik",
  });
  const world = { session, contextId: executionContextId };
  // There in an extension's script; a Chromium without windows has none.
  await evaluate(world, "globalThis.chrome ??= {}, null");
  return world;
}

async function evaluate<Result>({ session, contextId }: World, expression: string): Promise<Result> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression,
    contextId,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
