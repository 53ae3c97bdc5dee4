import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { launchChromium } from "./support/chromium";
import { until } from "./support/until";
const locale = process.argv[2] ?? "ru-RU";
const axe = readFileSync(new URL("./node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const html = readFileSync(new URL("../extension/clip/sites/mastodon.fixture.html", import.meta.url), "utf8");
const hostile = `<!doctype html><title>Клобер</title><form id=f name="querySelector"><input name="childNodes"><input name=parentNode><input name=attributes></form><img name="body"><img name=querySelectorAll><img name=title>
<article><form name=getElementById><input name=closest><h1>Отзыв</h1><a rel=author href="/u/agafya">Агафья Кукушкина</a> <time datetime="2026-11-20T10:00:00+03:00">вчера</time><p style="white-space:pre-wrap">Первая строка
  вторая строка</p><p>Обманули.<br>Совсем.</p><span style="display:none">тайное</span></form></article>`;
const server = createServer((q, r) => { r.setHeader("content-type", "text/html; charset=utf-8"); const extra = `<style>body{font:16px/22px sans-serif;max-width:640px;margin:20px auto}.account__avatar img,.emojione{width:20px;height:20px}</style>`; if (q.url?.startsWith("/big")) { r.end("<title>big</title>" + Array.from({length: 10000}, (_, i) => `<article class=c><a class=author href=/u/${i}>Имя ${i}</a><time datetime=2026-11-20T10:00:00Z>x</time><p id=p${i}>Текст сообщения номер ${i} на большой странице.</p></article>`).join("")); return; } r.end(q.url?.startsWith("/hostile") ? hostile : html + extra); });
await new Promise<void>((ok) => server.listen(0, "127.0.0.1", ok));
const port = (server.address() as { port: number }).port;
const b = await launchChromium({ locale });
try {
  const page = await b.context.newPage();
  const clip = async (path: string, info: object, select?: string) => {
    await page.goto(`http://forum.test:${port}${path}`);
    if (select) await page.evaluate((s) => { const e = document.body.querySelector(s); if (e) getSelection()?.selectAllChildren(e); }, select).catch(() => undefined);
    await b.pressToolbarButton(page);
    await b.closePopup();
    await page.bringToFront();
    const sw = await b.worker();
    await sw.evaluate(async (i) => {
      const [t] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      (chrome.contextMenus.onClicked as unknown as { dispatch(a: object, t: object): void }).dispatch({ menuItemId: "clip", ...i }, t as object);
    }, info);
  };
  const read = () => sidepanel.evaluate(() => new Promise<unknown>((ok) => { const q = indexedDB.open("otklik"); q.onsuccess = () => { const all = q.result.transaction("drafts").objectStore("drafts").getAll(); all.onsuccess = () => { q.result.close(); ok(all.result); }; }; }));
  const sidepanel = await b.openOwnPage("sidepanel.html");
  await sidepanel.screenshot({ path: `/tmp/e-look/empty-${locale}.png`, fullPage: true });
  console.log("SETUP");
  await clip("/@glafira/115570000000000001", {});
  await until("draft with a screenshot", async () => ((await read()) as any[])[0]?.screenshot != null);
  console.log(JSON.stringify((await read() as any[]).map((d) => ({ ...d, captured: undefined, screenshot: { ...d.screenshot, image: 0 } })), null, 1));
  await clip("/hostile", {});
  await until("draft", async () => ((await read()) as any[]).some((d) => d.captured.page.title === "Клобер" && d.screenshot));
  console.log(JSON.stringify((await read() as any[]).filter((d) => d.captured.page.title === "Клобер").map((d) => ({ clip: d.request.clip, notes: d.notes, region: d.screenshot.region }))));
  let t0 = Date.now();
  await clip("/big", {}, "#p7000");
  await until("draft", async () => ((await read()) as any[]).some((d) => d.captured.page.title === "big" && d.captured.adapter && d.updatedAt !== d.createdAt));
  console.log("big", Date.now() - t0, JSON.stringify((await read() as any[]).filter((d) => d.captured.page.title === "big").map((d) => ({ ms: Date.parse(d.updatedAt) - Date.parse(d.createdAt), n: d.request.clip.narrative, author: d.request.clip.author, notes: d.notes, region: d.screenshot?.region }))));
  await sidepanel.bringToFront();
  await sidepanel.waitForSelector("form.draft");
  await sidepanel.waitForTimeout(300);
  for (const [name, w, scheme] of [["wide", 500, "light"], ["narrow", 320, "dark"], ["normal", 360, "light"]] as const) {
    await sidepanel.emulateMedia({ colorScheme: scheme });
    await sidepanel.setViewportSize({ width: w, height: 900 });
    if (name !== "wide") await sidepanel.locator(".tabs button").nth(name === "narrow" ? 1 : 2).click();
    await sidepanel.waitForTimeout(200);
    await sidepanel.screenshot({ path: `/tmp/e-look/${name}-${locale}.png`, fullPage: true });
    await sidepanel.evaluate(axe);
    const found = await sidepanel.evaluate(() => (window as any).axe.run()) as any;
    console.log(name, found.violations.map((v: any) => [v.id, v.nodes.map((n: any) => n.target.join(" ") + " " + n.failureSummary.slice(0, 160))]));
    console.log("overflow", await sidepanel.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  }
  // keyboard: add a mask and move it
  await sidepanel.locator(".tools button").first().click();
  await sidepanel.waitForTimeout(200);
  await sidepanel.keyboard.press("ArrowDown");
  await sidepanel.keyboard.press("Shift+ArrowRight");
  await sidepanel.locator(".masks").scrollIntoViewIfNeeded();
  await sidepanel.evaluate(() => document.querySelector(".masks")?.scrollIntoView({ block: "center" }));
  const box = await sidepanel.locator(".masks").boundingBox();
  if (box) { await sidepanel.mouse.move(box.x + 20, box.y + 20); await sidepanel.mouse.down(); await sidepanel.mouse.move(box.x + 80, box.y + 45); await sidepanel.mouse.up(); }
  await sidepanel.locator(".tools button").first().press("x");
  await sidepanel.locator(".bar button").click();
  await sidepanel.evaluate(axe);
  console.log("large", ((await sidepanel.evaluate(() => (window as any).axe.run())) as any).violations.map((v: any) => v.id));
  await sidepanel.locator(".bar button").click();
  await sidepanel.locator("#narrative").fill("Исправлено рукой.\nВторая строка.");
  await sidepanel.locator("#permalink").fill("не адрес");
  await sidepanel.locator("#narrative").press("Control+Enter");
  await sidepanel.waitForTimeout(400);
  await sidepanel.screenshot({ path: `/tmp/e-look/errors-${locale}.png`, fullPage: true });
  console.log("focus", await sidepanel.evaluate(() => document.activeElement?.id));
  await sidepanel.locator("#permalink").fill("");
  await sidepanel.locator("#permalink").press("Control+Enter");
  await sidepanel.waitForSelector(".sent");
  await sidepanel.waitForTimeout(500);
  await sidepanel.screenshot({ path: `/tmp/e-look/sent-${locale}.png`, fullPage: true });
  console.log(JSON.stringify(await sidepanel.evaluate(() => new Promise((ok) => { const q = indexedDB.open("otklik"); q.onsuccess = () => { const all = q.result.transaction("outbox").objectStore("outbox").getAll(); all.onsuccess = () => ok(all.result); }; }))).slice(0, 1500));
} finally {
  await b.close();
  server.close();
}
