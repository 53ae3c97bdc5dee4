import type { Locale } from "@otklik/shared/people/locale";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersOn } from "../../support/axe";
import { clipFromMenu } from "../../support/clip-gesture";
import { LOOKS } from "../../support/desk-browser";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type Scene, setScene } from "../../support/scene";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
  for (const kind of ["claim", "general"] as const) {
    await registerOver(scene.server, scene.device, sampleComplaint({ kind }));
  }
  const page = await scene.browser.context.newPage();
  await page.goto(scene.pages.url("/"));
  await clipFromMenu(scene.browser, page);
});

afterAll(async () => {
  await scene?.close();
});

describe.each(LOOKS)("nobody is kept out: $locale, $colorScheme", ({ locale, colorScheme }) => {
  it.each([
    ["the popup", "popup.html", 380],
    ["the side panel", "sidepanel.html", 360],
    ["the options", "options.html", 700],
  ])("%s", async (_name, file, width) => {
    await speak(locale);
    const page = await scene.browser.openOwnPage(file);
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[lang=${locale}] main`).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});

it.each([
  [1000, 700],
  [360, 700],
])(
  "WCAG 2.4.11 nothing that takes the focus lies under the bar that sends, at %i × %i",
  async (width, height) => {
    const page = await scene.browser.openOwnPage("sidepanel.html");
    await page.setViewportSize({ width, height });
    await page.locator(".draft .send").waitFor();
    const hidden = await page.evaluate(() => {
      const bar = document.querySelector(".draft .send");
      const controls = [
        ...document.querySelectorAll<HTMLElement>(".draft :is(input, select, textarea, button)"),
      ];
      return controls
        .filter((control) => {
          if (bar === null || bar.contains(control)) return false;
          control.blur();
          scrollTo(0, 0);
          control.scrollIntoView({ block: "nearest" });
          const [own, over] = [control.getBoundingClientRect(), bar.getBoundingClientRect()];
          return own.bottom > over.top && own.top < over.bottom;
        })
        .map((control) => control.id || control.textContent);
    });
    expect(hidden).toEqual([]);
    await page.close();
  },
);

async function speak(locale: Locale): Promise<void> {
  const page = await scene.browser.openOwnPage("options.html");
  await page.evaluate((settings) => chrome.storage.local.set({ settings }), {
    locale,
    serverUrl: scene.server.url,
  });
  await page.close();
}
