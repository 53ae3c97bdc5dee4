import type { Page } from "playwright-core";
import { it } from "vitest";
import { sayDraft } from "../extension/messages/draft/index";
import { sayOptions } from "../extension/messages/options/index";
import { sayDesk } from "../server/web/messages/index";
import { clipFromMenu, selectText } from "./support/clip-gesture";
import { makeOrganisation, makePerson, signIn } from "./support/organisation";
import { setScene } from "./support/scene";
import { startServer, type ServerProcess } from "./support/server-process";
import { openSidePanel } from "./support/side-panel";
import { newestDraft } from "./support/stored-draft";
import { until } from "./support/until";
const OUT = "/tmp/drive";
const log = (...a: unknown[]) => console.log("##", ...a);
it("drive 3", async () => {
  const scene = await setScene(); const { browser } = scene; const A = scene.server;
  const B = await startServer();
  const orgB = await makeOrganisation(B.db); const personB = await makePerson(B.db, orgB, { name: "Борис Б" });
  const say = async (o: Page, tag: string) => {
    for (const locale of ["ru", "en"] as const) {
      await o.evaluate(async (l) => { const { settings } = await chrome.storage.local.get("settings"); await chrome.storage.local.set({ settings: { ...(settings as object), locale: l } }); }, locale);
      await o.reload(); await o.getByText(sayOptions(locale, "pairing.title"), { exact: true }).waitFor(); await o.waitForTimeout(700);
      log(tag, locale, JSON.stringify((await o.locator("main").innerText()).split(sayOptions(locale, "settings.title"))[0]));
      for (const scheme of ["light", "dark"] as const) { await o.emulateMedia({ colorScheme: scheme }); await o.setViewportSize({ width: scheme === "dark" ? 360 : 1000, height: 760 }); await o.screenshot({ path: `${OUT}/png/opt-${tag}-${locale}-${scheme}.png`, fullPage: true }); }
    }
    await o.setViewportSize({ width: 1000, height: 760 });
    await o.evaluate(async () => { const { settings } = await chrome.storage.local.get("settings"); await chrome.storage.local.set({ settings: { ...(settings as object), locale: "ru" } }); }); await o.reload(); await o.getByText(sayOptions("ru", "pairing.title"), { exact: true }).waitFor();
  };
  const cookie = async (s: ServerProcess, p: Parameters<typeof signIn>[1]) => { const c = await signIn(s.db, p); await browser.context.clearCookies(); await browser.context.addCookies([{ name: "otklik", value: c.cookie.replace(/^otklik=/, ""), url: s.url, httpOnly: true, sameSite: "Lax" }]); };
  const connect = async (o: Page, s: ServerProcess) => {
    await o.getByLabel(sayOptions("ru", "pairing.server")).fill(s.url);
    const opening = browser.context.waitForEvent("page");
    await o.getByRole("button", { name: sayOptions("ru", "pairing.connect"), exact: true }).click();
    const d = await opening; const code = await o.getByRole("status").locator("output").textContent(); await d.getByText(code ?? "", { exact: true }).waitFor();
    const l = (await d.evaluate(() => document.documentElement.lang)) === "ru" ? "ru" : "en";
    await d.getByRole("button", { name: sayDesk(l, "pair.approve") }).click(); await d.getByText(sayDesk(l, "pair.approved"), { exact: true }).waitFor(); await d.close();
    await o.getByText(sayOptions("ru", "pairing.connectedTo", { host: new URL(s.url).host })).waitFor();
  };
  const count = async (s: ServerProcess) => (await s.db.$client`SELECT count(*)::int AS n FROM complaints`)[0]!.n;
  try {
    const page = await browser.context.newPage(); await page.goto(scene.pages.url("/"));
    // fetch dashboards once so that names are known
    await A.stop(); log("server A stopped");
    for (const sel of ["#complaint", "#post-2 p"]) {
      await page.bringToFront(); await clipFromMenu(browser, page, await selectText(page, sel));
      await until("evidence", async () => (await newestDraft(browser))?.files.some(({ id }) => id === "crop"));
      const p = await openSidePanel(browser); await p.send(); await p.page.getByText(/Не ушло|очеред|ждёт|ждет|уйдёт/).first().waitFor({ timeout: 20000 }).catch((e) => log("no waiting words", String(e).slice(0, 80)));
      log("panel after send", JSON.stringify((await p.page.locator("main").innerText()).slice(0, 250))); await p.close();
    }
    const o = await browser.openOwnPage("options.html");
    await say(o, "1-A-stopped-connected");
    await o.getByRole("button", { name: sayOptions("ru", "pairing.disconnect"), exact: true }).click();
    await o.getByRole("button", { name: sayOptions("ru", "pairing.connect"), exact: true }).waitFor({ timeout: 30000 }).catch((e) => log("disconnect did not happen", String(e).slice(0, 80)));
    await say(o, "2-disconnected");
    log("badge", await browser.badge());
    const p2 = await openSidePanel(browser); await p2.page.waitForTimeout(800); log("panel disconnected", JSON.stringify((await p2.page.locator("body").innerText()).slice(0, 400))); await p2.page.screenshot({ path: `${OUT}/png/panel-disconnected.png` }); await p2.close();
    // try connecting to stopped A
    await o.getByLabel(sayOptions("ru", "pairing.server")).fill(A.url); await o.getByRole("button", { name: sayOptions("ru", "pairing.connect"), exact: true }).click();
    await o.getByText(sayOptions("ru", "pairing.failed.unreachable", { host: new URL(A.url).host })).waitFor({ timeout: 30000 }).catch((e) => log("no unreachable", String(e).slice(0, 80)));
    log("connect to stopped", JSON.stringify((await o.locator("main").innerText()).slice(0, 700)));
    await cookie(B, personB); await connect(o, B); await say(o, "3-on-B");
    await new Promise((r) => setTimeout(r, 2500)); log("complaints on B", await count(B));
    const p3 = await openSidePanel(browser); await p3.page.waitForTimeout(800); log("panel on B", JSON.stringify((await p3.page.locator("body").innerText()).slice(0, 600))); await p3.page.screenshot({ path: `${OUT}/png/panel-on-B.png` }); await p3.close();
    log("badge on B", await browser.badge());
    const a0 = await browser.openOwnPage("popup.html"); await a0.waitForTimeout(800); log("popup on B", JSON.stringify(await a0.locator("body").innerText())); await a0.screenshot({ path: `${OUT}/png/popup-on-B.png` }); await a0.close();
    await o.bringToFront(); await o.getByRole("button", { name: sayOptions("ru", "pairing.disconnect"), exact: true }).click(); await o.getByRole("button", { name: sayOptions("ru", "pairing.connect"), exact: true }).waitFor();
    await A.start(); await cookie(A, scene.person); await connect(o, A);
    await until("both registered on A", async () => (await count(A)) === 2).catch((e) => log("NOT REGISTERED", String(e), ));
    log("A", await count(A), "B", await count(B), "devices A", await A.db.$client`SELECT name, revoked_at FROM devices`, "devices B", await B.db.$client`SELECT name, revoked_at FROM devices`);
    await o.waitForTimeout(1000); await say(o, "4-back-on-A");
  } finally { await scene.close(); await B.close(); }
});
