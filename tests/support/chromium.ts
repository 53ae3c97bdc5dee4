import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from "playwright-core";
import { findChromium } from "./find-browser";
import { PAGES_HOST } from "./sample-pages";
import { until } from "./until";

const CHROME_EXTENSION = fileURLToPath(new URL("../../extension/.output/chrome-mv3", import.meta.url));

/** Its folder within the profile. */
const EXTENSION = "otklik";

const FLAGS = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  `--host-resolver-rules=MAP ${PAGES_HOST} 127.0.0.1`,
];

export interface LaunchOptions {
  /** What pages take for the reader's language, such as `ru-RU`. */
  readonly locale?: string;
  /** Device pixels for one CSS pixel. */
  readonly density?: number;
  /** The folder of another extension that is loaded too; it has no service worker. */
  readonly beside?: string;
  /** Shows windows on the display of this environment. */
  readonly display?: string;
}

/** A Chromium with the built extension in a profile of its own. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** What the browser sends as the extension's origin. */
  readonly origin: string;
  /** The address of one of the extension's own pages. */
  pageUrl(file: string): string;
  /** Opens one of the extension's own pages in a tab. */
  openOwnPage(file: string): Promise<Page>;
  /**
   * The person presses the toolbar button on the page: its popup opens and activeTab is granted.
   * Leaves the popup open; `closePopup` shuts it.
   */
  pressToolbarButton(page: Page): Promise<void>;
  closePopup(): Promise<void>;
  /** Presses a button of the open popup or side panel, which are in no tab, with a person's gesture. */
  pressButtonIn(file: "popup.html" | "sidepanel.html", name: string): Promise<void>;
  /** The background's service worker, woken where it has gone. */
  worker(): Promise<Worker>;
  /** Ends the service worker as the browser does when it is idle; resolves when it is gone. */
  killWorker(): Promise<void>;
  badge(): Promise<Badge>;
  /** Addresses of what is open: tabs, popups and the side panel. */
  shownPages(): Promise<readonly string[]>;
  /** Ends the browser and starts it again on the same profile. */
  restart(): Promise<ExtensionBrowser>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface Badge {
  readonly text: string;
  /** Red, green, blue, alpha; 0 to 255. */
  readonly colour: readonly number[];
  readonly title: string;
}

/** Starts Chromium, headless unless a display is given. */
export async function launchChromium(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), "otklik-chromium-"));
  try {
    // A copy: building anew meanwhile must not change it under the browser.
    await cp(CHROME_EXTENSION, path.join(profile, EXTENSION), { recursive: true });
    return await open(profile, options);
  } catch (error) {
    await rm(profile, { recursive: true, force: true });
    throw error;
  }
}

async function open(profile: string, options: LaunchOptions): Promise<ExtensionBrowser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium");
  const extension = path.join(profile, EXTENSION);
  const loaded = [extension, ...(options.beside ? [options.beside] : [])].join();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.display === undefined,
    chromiumSandbox: false,
    args: [
      ...[`--disable-extensions-except=${loaded}`, `--load-extension=${loaded}`, ...FLAGS],
      // What emulation alone does not give: pictures of the tab in device pixels.
      ...(options.density ? [`--force-device-scale-factor=${options.density}`] : []),
    ],
    viewport: { width: 1000, height: 760 },
    env: { ...process.env, ...(options.display && { DISPLAY: options.display }) },
    ...(options.display && { ignoreDefaultArgs: ["--enable-automation"] }),
    ...(options.locale && { locale: options.locale }),
    ...(options.density && { deviceScaleFactor: options.density }),
  });
  const browser = context.browser();
  if (browser === null) throw new Error("A persistent context without a browser");
  const cdp = await browser.newBrowserCDPSession();
  const extensionId = await until("the extension's service worker", async () => {
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
    const worker = targetInfos.find(
      ({ type, url }) => type === "service_worker" && url.startsWith("chrome-extension:"),
    );
    return worker === undefined ? null : new URL(worker.url).host;
  });
  const origin = `chrome-extension://${extensionId}`;
  const pageUrl = (file: string) => `${origin}/${file}`;

  const openOwnPage = async (file: string) => {
    const page = await context.newPage();
    await page.goto(pageUrl(file));
    return page;
  };

  /** Behind the tabs that are open: one in front would be the tab that is clicked, and its picture the clip's. */
  const inOwnPage = async <Result>(work: (page: Page) => Promise<Result>): Promise<Result> => {
    const isOwn = (opened: Page) =>
      opened.waitForURL(pageUrl("options.html"), { timeout: 10_000 }).then(
        () => true,
        () => false,
      );
    const opening = context.waitForEvent("page", isOwn);
    await cdp.send("Target.createTarget", { url: pageUrl("options.html"), background: true });
    const page = await opening;
    try {
      return await work(page);
    } finally {
      await page.close();
    }
  };

  const workerTarget = async () => {
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
    return targetInfos.find(({ type, url }) => type === "service_worker" && url.startsWith(pageUrl("")));
  };

  return {
    context,
    extensionId,
    origin,
    pageUrl,
    openOwnPage,

    async pressToolbarButton(page) {
      await page.bringToFront();
      const targetId = await tabTargetOf(cdp, page);
      await cdp.send("Extensions.triggerAction", { id: extensionId, targetId });
    },

    async closePopup() {
      await until("the popup to be shut", async () => {
        const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
        const popups = targetInfos.filter(
          ({ type, url }) => type === "page" && url.startsWith(pageUrl("popup.html")),
        );
        for (const { targetId } of popups) await cdp.send("Target.closeTarget", { targetId });
        return popups.length === 0;
      });
    },

    async pressButtonIn(file, name) {
      await until(`the button “${name}” in ${file}`, async () => {
        const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
        const shown = targetInfos.find(({ type, url }) => type === "page" && url === pageUrl(file));
        return shown !== undefined && (await pressIn(cdp, shown.targetId, name));
      });
    },

    async worker() {
      return until("the service worker to be awake", async () => {
        if ((await workerTarget()) === undefined) {
          await inOwnPage((page) =>
            page.evaluate(() => chrome.runtime.sendMessage({ type: "wake" }).catch(() => null)),
          );
          return null;
        }
        return context.serviceWorkers().at(-1) ?? null;
      });
    },

    async killWorker() {
      await inOwnPage(async (page) => {
        const session = await context.newCDPSession(page);
        await session.send("ServiceWorker.enable");
        await session.send("ServiceWorker.stopAllWorkers");
        await until("the service worker to be gone", async () => (await workerTarget()) === undefined);
      });
    },

    badge: () =>
      inOwnPage((page) =>
        page.evaluate(async () => ({
          text: await chrome.action.getBadgeText({}),
          colour: [...(await chrome.action.getBadgeBackgroundColor({}))],
          title: await chrome.action.getTitle({}),
        })),
      ),

    async shownPages() {
      const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
      return targetInfos.filter(({ type }) => type === "page").map(({ url }) => url);
    },

    async restart() {
      await context.close();
      return open(profile, options);
    },

    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The target of type `tab` that holds the page: the one that the toolbar's gesture is given to. */
async function tabTargetOf(cdp: CDPSession, page: Page): Promise<string> {
  return until("the page's tab", async () => {
    const { targetInfos } = await cdp.send("Target.getTargets", { filter: [{}] });
    return targetInfos.find(({ type, url }) => type === "tab" && url === page.url())?.targetId;
  });
}

/** Playwright lists neither popup nor side panel, so the target is spoken to through the browser's session. */
async function pressIn(cdp: CDPSession, targetId: string, name: string): Promise<boolean> {
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId, flatten: false });
  const answered = new Promise<boolean>((resolve) => {
    const listen = (event: { sessionId: string; message: string }) => {
      if (event.sessionId !== sessionId) return;
      cdp.off("Target.receivedMessageFromTarget", listen);
      const { result } = JSON.parse(event.message);
      resolve(result?.result?.value === true);
    };
    cdp.on("Target.receivedMessageFromTarget", listen);
  });
  const expression = `(${pressButton})(${JSON.stringify(name)})`;
  const message = {
    id: 1,
    method: "Runtime.evaluate",
    params: { expression, userGesture: true, returnByValue: true },
  };
  await cdp.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify(message) });
  return answered;
}

/** Runs in the page. */
function pressButton(name: string): boolean {
  const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === name);
  // After the answer: the popup shuts itself when it is pressed.
  if (button !== undefined && !button.disabled) setTimeout(() => button.click());
  return button !== undefined && !button.disabled;
}
