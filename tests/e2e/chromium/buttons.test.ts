import { afterAll, beforeAll, expect, it } from "vitest";
import { sayDraft } from "../../../extension/messages/draft/index";
import { sayShell } from "../../../extension/messages/shell/index";
import { capturedDrafts } from "../../support/clip-gesture";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});

afterAll(async () => {
  await scene?.close();
});

it("the popup's button clips the page into the side panel that it opens, whose own button clips it again", async () => {
  const { browser, pages } = scene;
  const page = await browser.context.newPage();
  await page.goto(pages.url("/@sinitsa/110001"));
  await browser.pressToolbarButton(page);
  await browser.pressButtonIn("popup.html", sayShell("ru", "clip"));
  await until("the post to be captured", async () => (await capturedDrafts(browser)) === 1);
  expect(await browser.shownPages()).toContain(browser.pageUrl("sidepanel.html"));

  await page.goto(pages.url("/@sinitsa/110001"));
  await browser.killWorker();
  await browser.pressButtonIn("sidepanel.html", sayDraft("ru", "panel.clip"));
  await until("it to be captured again", async () => (await capturedDrafts(browser)) === 2);

  const panel = await openSidePanel(browser);
  expect(await panel.field("narrative").inputValue()).toMatch(/^Посылка не пришла за три недели/);
  await panel.close();
});
