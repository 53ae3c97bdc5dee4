import type { FirefoxBrowser } from "./firefox";
import { until } from "./until";

/** Selects the text of an element and opens the page's context menu on it, as a person does. */
export async function openMenuOnSelection({ driver }: FirefoxBrowser, selector: string): Promise<void> {
  const [x, y] = await driver.inPage((selector) => {
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`No ${selector}`);
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    const box = element.getBoundingClientRect();
    return [Math.round(box.x + 20), Math.round(box.y + 10)];
  }, selector);
  await driver.send("WebDriver:PerformActions", {
    actions: [
      {
        type: "pointer",
        id: "mouse",
        parameters: { pointerType: "mouse" },
        actions: [
          { type: "pointerMove", x, y, origin: "viewport", duration: 0 },
          { type: "pointerDown", button: 2 },
          { type: "pointerUp", button: 2 },
        ],
      },
    ],
  });
}

/** Opens the page's context menu on an element, as a person does. */
export function openMenuOn(browser: FirefoxBrowser, selector: string): Promise<void> {
  return pressOn(browser, selector, RIGHT);
}

/** Presses the pointer on an element in the page as it is, whatever lies over it. */
export function clickOn(browser: FirefoxBrowser, selector: string): Promise<void> {
  return pressOn(browser, selector, LEFT);
}

const LEFT = 0;
const RIGHT = 2;

async function pressOn({ driver }: FirefoxBrowser, selector: string, button: number): Promise<void> {
  const [x, y] = await driver.inPage((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    if (box === undefined) throw new Error(`No ${selector}`);
    return [Math.round(box.x + 20), Math.round(box.y + 10)];
  }, selector);
  await driver.send("WebDriver:PerformActions", {
    actions: [
      {
        type: "pointer",
        id: "mouse",
        parameters: { pointerType: "mouse" },
        actions: [
          { type: "pointerMove", x, y, origin: "viewport", duration: 0 },
          { type: "pointerDown", button },
          { type: "pointerUp", button },
        ],
      },
    ],
  });
}

/** Chooses the extension's item in the open menu: the browser itself grants activeTab and calls the listener. */
export async function chooseClip({ driver, addonId }: FirefoxBrowser): Promise<void> {
  await until("the menu with the extension's item", () =>
    driver.inBrowser((addonId) => {
      const window = Services.wm.getMostRecentWindow("navigator:browser");
      const menu = window.document.getElementById("contentAreaContextMenu");
      const prefix = addonId.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
      const item = [...menu.querySelectorAll("menuitem")].find(({ id }) =>
        id.startsWith(`${prefix}-menuitem`),
      );
      if (menu.state !== "open" || item === undefined) return false;
      menu.activateItem(item);
      return true;
    }, addonId),
  );
}

/** Opens an address in a tab behind the one that is seen, and drives that tab from now on. */
export async function openBehind(browser: FirefoxBrowser, url: string): Promise<void> {
  const { driver } = browser;
  const opened = await driver.send("WebDriver:NewWindow", { type: "tab", focus: false });
  const { handle } = opened as { handle: string };
  await driver.send("WebDriver:SwitchToWindow", { handle, focus: false });
  await browser.goTo(url);
}

/** Types into a field in place of what it holds. */
export async function typeInto({ driver }: FirefoxBrowser, selector: string, text: string): Promise<void> {
  const id = await find(driver, selector);
  // Selected, so that typing replaces it: WebDriver's own clearing tells the page of no input.
  await driver.inPage((selector) => {
    const field = document.querySelector<HTMLTextAreaElement>(selector);
    field?.focus();
    field?.select();
  }, selector);
  await driver.send("WebDriver:ElementSendKeys", { id, text });
}

/** Clicks what the selector finds in the tab in front. */
export async function press({ driver }: FirefoxBrowser, selector: string): Promise<void> {
  await driver.send("WebDriver:ElementClick", { id: await find(driver, selector) });
}

async function find(driver: FirefoxBrowser["driver"], selector: string): Promise<string> {
  return until(selector, async () => {
    const found = await driver.send("WebDriver:FindElement", { using: "css selector", value: selector });
    const { value } = found as { value: Record<string, string> };
    return Object.values(value)[0];
  });
}

/** What a script with the browser's own rights sees of it: only what is used here. */
declare global {
  const Services: {
    readonly wm: {
      getMostRecentWindow(type: string): { readonly document: { getElementById(id: string): Menu } };
    };
  };
}

interface Menu {
  readonly state: string;
  querySelectorAll(selector: string): Iterable<{ readonly id: string }>;
  activateItem(item: { readonly id: string }): void;
}
