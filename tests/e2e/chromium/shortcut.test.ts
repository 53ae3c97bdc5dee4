import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { launchChromium } from "../../support/chromium";
import { capturedDrafts } from "../../support/clip-gesture";
import { type Display, openDisplay } from "../../support/display";
import { servePages } from "../../support/sample-pages";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

/*
 * Smoke test with nothing in place of a person: the real key in a real window, which opens the real
 * side panel, and activeTab granted by nothing but that.
 */
it.runIf(process.platform === "linux")(
  "the shortcut clips the post under the pointer into the side panel that it opens",
  async () => {
    const display = await openDisplay();
    try {
      await clipByKey(display);
    } finally {
      await display.close();
    }
  },
);

async function clipByKey(display: Display): Promise<void> {
  const pages = await servePages();
  const browser = await launchChromium({ display: display.name });
  try {
    const page = await browser.context.newPage();
    await page.goto(pages.url("/@sinitsa/110001"));
    await page.bringToFront();
    await rest(display, page.getByText("Посылка не пришла за три недели").first());
    const panelAddress = browser.pageUrl("sidepanel.html");
    await until("the side panel to open", async () => {
      await display.press("Forum", "alt+shift+k");
      return (await browser.shownPages()).includes(panelAddress);
    });
    await until("the post to be captured", async () => (await capturedDrafts(browser)) > 0);
    const panel = await openSidePanel(browser, "en");
    await panel.page.locator("form.draft .thumbnail").first().waitFor();
    expect(await panel.field("narrative").inputValue()).toMatch(/^Посылка не пришла за три недели/);
    expect(await panel.field("authorName").inputValue()).toBe("Варвара Синицына");
  } finally {
    await browser.close();
    await pages.close();
  }
}

/** Rests the real pointer on the middle of what the window shows. */
async function rest(display: Display, on: Locator): Promise<void> {
  const point = await on.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const frameHeight = window.outerHeight - window.innerHeight;
    return { x: window.screenX + x + width / 2, y: window.screenY + frameHeight + y + height / 2 };
  });
  await display.pointAt(point.x, point.y);
}
