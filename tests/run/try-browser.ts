import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { EXTENSION_FOLDER } from "../../server/bin/products";
import { PAGES_HOST } from "../support/sample-pages";
import { until } from "../support/until";
import type { VisibleBrowser } from "./find-visible-browser";
import type { TriedRegister } from "./try-register";

/** A window with the extension in a profile that nobody has used. */
export interface TriedBrowser {
  readonly context: BrowserContext;
  /** Resolves when the person has closed the window. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

export async function openBrowser(browser: VisibleBrowser, register: TriedRegister): Promise<TriedBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), "otklik-try-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executable,
    headless: false,
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    // Whoever opened it closes it, and then tidies up.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    // A browser as people have it, which the extension is put into.
    ignoreDefaultArgs: ["--disable-extensions", "--enable-automation"],
    args: [
      "--enable-unsafe-extension-debugging",
      "--no-first-run",
      "--no-default-browser-check",
      `--host-resolver-rules=MAP ${PAGES_HOST} 127.0.0.1`,
    ],
  });
  const closed = new Promise<void>((resolve) => context.once("close", () => resolve()));
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const { name, value } = register.cookie;
    await context.addCookies([{ name, value, url: register.url, httpOnly: true, sameSite: "Lax" }]);
    await pair(context, await loadExtension(context), register);
    return { context, closed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** By the debugging protocol: branded browsers no longer take `--load-extension`. */
async function loadExtension(context: BrowserContext): Promise<string> {
  const browser = context.browser();
  if (browser === null) throw new Error("A persistent context without a browser");
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send("Extensions.loadUnpacked", { path: EXTENSION_FOLDER });
  await session.detach();
  return id;
}

/** The real pairing: asked for in the options, approved at the server by the signed-in person. */
async function pair(context: BrowserContext, id: string, { url, cookie }: TriedRegister): Promise<void> {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${id}/options.html`);
  await options.locator("#server").fill(url);
  const opening = context.waitForEvent("page");
  await options.locator("form button.main").click();
  const desk = await opening;
  const code = await options.locator("output").textContent();
  const asPerson = {
    "content-type": "application/json",
    cookie: `${cookie.name}=${cookie.value}`,
    "sec-fetch-site": "same-origin",
  };
  const at = `${url}/api/pairings/${code}`;
  await fetch(`${at}/claim`, { method: "POST", headers: asPerson });
  const body = JSON.stringify({ decision: "approve" });
  const approved = await fetch(`${at}/decision`, { method: "POST", headers: asPerson, body });
  if (!approved.ok) throw new Error(`The pairing was not approved: ${await approved.text()}`);
  await until("the extension to be paired", () => isPaired(options));
  await desk.close();
  await options.close();
}

async function isPaired(options: Page): Promise<boolean> {
  return options.evaluate(async () => "connection" in (await chrome.storage.local.get("connection")));
}
