import { createServer } from "node:http";
import { once } from "node:events";
import { writeFileSync, mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { it } from "vitest";
import { sayDraft } from "../extension/messages/draft/index";
import { sayEvidence } from "../extension/messages/evidence/index";
import { sayPost } from "../extension/messages/post/index";
import { sayBefore } from "../extension/messages/registered-before/index";
import { sayProof } from "../server/web/messages/proof/index";
import { clipFromMenu, selectText } from "./support/clip-gesture";
import { openDeskBrowser } from "./support/desk-browser";
import { draftsIn, pickerIsOpen, pointAt } from "./support/pick-gesture";
import { setScene } from "./support/scene";
import { openSidePanel } from "./support/side-panel";
import { newestDraft } from "./support/stored-draft";
import { until } from "./support/until";
const OUT = "/tmp/drive";
const log = (...a: unknown[]) => console.log("##", ...a);
const PIC = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mM4o6REEmIY1TCqYfhqAABFfxAQTX2wewAAAABJRU5ErkJggg==", "base64");
const post = (id: string, who: string, slug: string, text: string, other: string, otherSlug: string, otherText: string) => `<article id="${id}"><img class="avatar" src="/p.png?${slug}" alt="${who}">
<a rel="author" href="/u/${slug}">${who}</a>, <a rel="bookmark" href="/post/${id}"><time datetime="${new Date().toISOString()}">сегодня</time></a>
<div class="quote"><blockquote cite="/u/${otherSlug}"><img class="avatar" src="/p.png?${otherSlug}" alt="Фото: ${other}" title="${other}"><b><a href="/u/${otherSlug}">${other}</a></b><p>${otherText}</p></blockquote></div>
<p class="words" id="words-${id}">${text}</p><img src="/p.png?pic-${id}" width="120" height="80" alt="Снимок ${id}"></article>`;
const CSS = `<style>body{margin:24px;font:16px/1.5 sans-serif}article{max-width:640px;padding:16px 0;border-bottom:1px solid #ccc}.avatar{width:40px;height:40px;border-radius:50%}.quote{margin:8px;padding:8px;border-left:4px solid #999;background:#eee}</style>`;
const PAGES: Record<string, string> = {
  "/a": `<h1>Отзывы А</h1>${post("a1", "Анна Лебедева", "lebedeva", "Привезли чужой заказ и отказались менять.", "Пётр Соседов", "sosedov", "Соседские слова номер-раз.")}${post("a2", "Илья Кедров", "kedrov", "Оператор бросил трубку, не дослушав.", "Семён Тайнов", "tainov", "Тайные слова номер-два.")}${post("a3", "Лев Лишний", "lishny", "Лишняя запись, её оставят вне.", "Фома Скрытный", "skrytny", "Скрытые слова номер-три.")}`,
  "/b": `<h1>Отзывы Б</h1>${post("b1", "Зоя Граблина", "grablina", "Деньги списали дважды на другой странице.", "Ким Невидимов", "nevidimov", "Невидимые слова номер-четыре.")}${post("b2", "Кто Угодно", "ugodno", "Другая запись.", "Некто Посторонний", "postoron", "Посторонние слова.")}`,
};
const HIDDEN = ["Соседов", "sosedov", "номер-раз", "Тайнов", "tainov", "номер-два", "Скрытный", "skrytny", "номер-три", "Невидимов", "nevidimov", "номер-четыре", "Посторонни", "postoron", "Угодно", "ugodno", "Лишний", "lishny", "Лишняя"];
it("drive 1 and 2", async () => {
  const web = createServer((q, r) => { const p = new URL(q.url ?? "/", "http://x").pathname; if (p === "/p.png") { r.setHeader("content-type", "image/png"); r.end(PIC); return; } r.setHeader("content-type", "text/html; charset=utf-8"); r.end(`<!doctype html><html lang="ru"><head><meta charset=utf-8><title>Отзывы ${p}</title>${CSS}</head><body>${PAGES[p] ?? PAGES["/a"]}</body></html>`); });
  web.listen(0, "127.0.0.1"); await once(web, "listening");
  const port = (web.address() as { port: number }).port;
  const url = (p: string) => `http://forum.test:${port}${p}`;
  const scene = await setScene();
  const desk = await openDeskBrowser(scene.server);
  const { browser } = scene;
  try {
    const shot = async (page: Page, name: string) => { await page.screenshot({ path: `${OUT}/png/${name}.png`, fullPage: true }).catch((e) => log("shot", name, String(e).slice(0, 100))); };
    const pickInto = async (page: Page, draftId: string, moves: () => Promise<void>) => {
      await page.bringToFront();
      await browser.pressToolbarButton(page); await browser.closePopup();
      const worker = await browser.worker();
      const pageUrl = page.url();
      const tabId = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
      const own = await browser.openOwnPage("options.html");
      await own.evaluate((m) => chrome.runtime.sendMessage(m).catch(() => null), { type: "pick-on-tab", tabId, draftId });
      await own.close(); await page.bringToFront(); await pickerIsOpen(page); log("picker on", pageUrl);
      await moves();
    };
    const a = await browser.context.newPage(); await a.goto(url("/a"));
    await clipFromMenu(browser, a, await selectText(a, "#words-a1"));
    const d0 = await until("evidence", async () => ((await newestDraft(browser))?.files.some(({ id }) => id === "crop") ? (await draftsIn(browser))[0] : null));
    const id = d0!.id;
    await pickInto(a, id, async () => { await pointAt(a, "#words-a2"); await a.mouse.down(); await a.mouse.up(); });
    await until("snap2", async () => (await newestDraft(browser))?.files.some(({ id }) => id === "snapshot-2"));
    // hide now, before the third and the fourth are added
    let panel = await openSidePanel(browser);
    await panel.page.getByLabel(sayEvidence("ru", "others.hide")).check();
    await shot(panel.page, "panel-1-hidden-two");
    await panel.close();
    await pickInto(a, id, async () => { await a.locator("#a3").scrollIntoViewIfNeeded(); await pointAt(a, "#words-a3"); await a.mouse.down(); await a.mouse.up(); });
    await until("snap3", async () => (await newestDraft(browser))?.files.some(({ id }) => id === "snapshot-3"));
    const b = await browser.context.newPage(); await b.goto(url("/b"));
    await pickInto(b, id, async () => { await pointAt(b, "#words-b1"); await b.mouse.down(); await b.mouse.up(); });
    await until("snap4", async () => (await newestDraft(browser))?.files.some(({ id }) => id === "snapshot-4"));
    panel = await openSidePanel(browser);
    const hide = panel.page.getByLabel(sayEvidence("ru", "others.hide"));
    await hide.waitFor();
    log("files", (await newestDraft(browser))?.files.map((f) => `${f.id} parts ${f.parts?.parts.length ?? "-"} others ${f.parts?.parts.filter((p) => p.isOthers).length ?? "-"}`));
    log("drafts", (await draftsIn(browser)).length, "more", (await draftsIn(browser))[0]?.request.clip.more?.map((m) => m.author.name));
    log("HIDE switch after further posts were added:", await hide.isChecked());
    await shot(panel.page, "panel-2-after-adding");
    log("panel evidence", JSON.stringify(await panel.page.locator(".evidence").innerText()));
    if (!(await hide.isChecked())) await hide.check();
    // leave out Лев Лишний
    const item = panel.page.locator(".more-posts li", { hasText: "Лев Лишний" });
    await item.locator("summary").click();
    await item.getByRole("button", { name: sayPost("ru", "more.remove"), exact: true }).click();
    await panel.page.getByText(sayPost("ru", "more.removed")).waitFor();
    await until("settled", async () => (await draftsIn(browser))[0]?.request.clip.more?.length === 2);
    log("panel after leaving out", JSON.stringify(await panel.page.locator(".evidence").innerText()));
    for (const s of await panel.page.locator(".evidence details > summary").all()) await s.click().catch(() => null);
    for (const scheme of ["light", "dark"] as const) for (const width of [360, 720]) {
      await panel.page.emulateMedia({ colorScheme: scheme }); await panel.page.setViewportSize({ width, height: 900 }); await shot(panel.page, `panel-3-ru-${scheme}-${width}`);
    }
    await panel.page.emulateMedia({ colorScheme: "light" });
    const set = (locale: string) => panel.page.evaluate((s) => chrome.storage.local.set({ settings: s }), { locale, serverUrl: scene.server.url });
    await set("en"); await panel.page.getByText(sayEvidence("en", "title"), { exact: true }).waitFor();
    await panel.page.setViewportSize({ width: 360, height: 900 }); await shot(panel.page, "panel-3-en-light-360");
    log("panel en", JSON.stringify(await panel.page.locator(".evidence").innerText()));
    await set("ru"); await panel.page.getByText(sayEvidence("ru", "title"), { exact: true }).waitFor();
    await panel.send(); await panel.page.getByText(sayDraft("ru", "sent.registered")).waitFor();
    log("sent", JSON.stringify((await panel.page.locator("main").innerText()).slice(0, 300)));
    await panel.close();
    const row = await until("files", async () => { const [r] = await scene.server.db.$client<any[]>`SELECT c.id, c.clip, (SELECT count(*)::int FROM evidence e JOIN files f ON f.org_id=e.org_id AND f.sha256=e.sha256 WHERE e.complaint_id=c.id) AS stored FROM complaints c WHERE c.org_id=${scene.organisation.id} ORDER BY ordinal DESC LIMIT 1`; return r && r.stored === r.clip.evidence.length ? r : null; });
    log("registered evidence", row.clip.evidence.map((e: any) => `${e.kind} ${e.mediaType} masks ${e.masks.length} parts ${e.maskedParts ?? "-"} ${e.sha256.slice(0, 8)}`));
    const work = async (tag: string) => {
      for (const look of [{ locale: "ru", colorScheme: "light" }, { locale: "en", colorScheme: "dark" }, { locale: "ru", colorScheme: "dark" }, { locale: "en", colorScheme: "light" }] as const) {
        const { page, context } = await desk.visit(look, scene.person);
        const errors: string[] = []; page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
        await page.addInitScript((l) => { try { localStorage.setItem("locale", l); } catch {} }, look.locale);
        await page.goto(`/complaints/${row.id}`);
        const verify = (n: "ru" | "en") => page.getByRole("button", { name: sayProof(n, "verify"), exact: true });
        const shown = await Promise.race([verify("ru").waitFor().then(() => "ru" as const), verify("en").waitFor().then(() => "en" as const)]);
        if (look.colorScheme === "light" && look.locale === "ru" || look.locale === "en" && look.colorScheme === "dark") log(tag, look, "shown in", shown, "HEADINGS", await page.locator("section[aria-labelledby=evidence-title] h2, section[aria-labelledby=evidence-title] h3, section[aria-labelledby=evidence-title] h4").allInnerTexts(), await page.locator("iframe.snapshot").evaluateAll((all) => all.map((f) => (f as HTMLIFrameElement).title)));
        await verify(shown).click(); await page.locator(".proof-report").first().waitFor();
        await page.locator("iframe.snapshot").last().scrollIntoViewIfNeeded(); await page.waitForTimeout(300);
        for (const width of [1280, 375]) { await page.setViewportSize({ width, height: 900 }); await shot(page, `${tag}-desk-${look.locale}-${look.colorScheme}-${width}`);
          const part = page.locator("section[aria-labelledby=evidence-title]"); await part.screenshot({ path: `${OUT}/png/${tag}-evid-${look.locale}-${look.colorScheme}-${width}.png` }).catch((e) => log("part", String(e).slice(0, 80))); }
        if (look.colorScheme === "light") log(tag, "VERIFY", look.locale, JSON.stringify(await page.locator(".proof-check").innerText()));
        if (look.colorScheme === "light" && look.locale === "ru") {
          log(tag, "COMPLAINT", JSON.stringify(await page.locator("main").innerText()).slice(0, 6000));
          const [dl] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: sayProof(shown, "download") }).click()]);
          const zip = Buffer.concat(await (await dl.createReadStream()).toArray());
          mkdirSync(`${OUT}/${tag}`, { recursive: true }); writeFileSync(`${OUT}/${tag}/${dl.suggestedFilename()}`, zip);
          const files = unzipSync(zip); log(tag, "ZIP", dl.suggestedFilename(), Object.keys(files).map((n) => `${n} ${files[n]!.length}`));
          for (const [n, bytes] of Object.entries(files)) { const t = Buffer.from(bytes).toString("utf8"); writeFileSync(`${OUT}/${tag}/${n.replaceAll("/", "__")}`, bytes); const hits = HIDDEN.filter((w) => t.toLowerCase().includes(w.toLowerCase())); const enc = HIDDEN.filter((w) => t.includes(encodeURIComponent(w))); if (hits.length || enc.length) log(tag, "LEAK", n, hits, enc); }
          const api = await page.request.get(`/api/complaints/${row.id}`); const t = await api.text(); log(tag, "API leak", HIDDEN.filter((w) => t.includes(w)));
          for (const [locale, colorScheme, width] of [["ru", "light", 1280], ["en", "dark", 1280], ["ru", "dark", 375], ["en", "light", 375]] as const) {
            const off = await desk.visit({ locale, colorScheme }); await off.context.setOffline(true); await off.page.setViewportSize({ width, height: 900 });
            await off.page.goto(pathToFileURL(`${OUT}/${tag}/verify.html`).href);
            if (tag === "one") await shot(off.page, `${tag}-verify-empty-${locale}-${colorScheme}-${width}`);
            await off.page.locator("input[type=file]").first().setInputFiles({ name: "p.zip", mimeType: "application/zip", buffer: zip });
            await off.page.locator(".proof-report").first().waitFor(); await shot(off.page, `${tag}-verify-${locale}-${colorScheme}-${width}`);
            if (width === 1280) log(tag, "OFFLINE", locale, JSON.stringify(await off.page.locator("main").innerText()));
            await off.context.close();
          }
        }
        if (errors.length) log(tag, "console errors", errors.slice(0, 5));
        await context.close();
      }
    };
    await work("one").catch((e) => log("work one failed", e));
    // 2: clip a1 again, with b1's page... add to the complaint
    await clipFromMenu(browser, a, await selectText(a, "#words-a1"));
    const n2 = await until("evidence", async () => ((await newestDraft(browser))?.files.some(({ id }) => id === "crop") ? (await draftsIn(browser))[0] : null));
    await pickInto(a, n2!.id, async () => { await a.locator("#a3").scrollIntoViewIfNeeded(); await pointAt(a, "#words-a3"); await a.mouse.down(); await a.mouse.up(); });
    await until("snap2", async () => (await newestDraft(browser))?.files.some(({ id }) => id === "snapshot-2"));
    panel = await openSidePanel(browser);
    const addTo = panel.page.getByRole("button", { name: new RegExp(sayBefore("ru", "addTo", { number: "" }).trim().slice(0, 6)) }).first();
    await addTo.waitFor(); log("addTo", await addTo.innerText()); await shot(panel.page, "panel-4-addto");
    await addTo.click(); await panel.page.getByRole("button", { name: sayBefore("ru", "add.send"), exact: true }).waitFor(); await shot(panel.page, "panel-5-addto-ask");
    await panel.page.getByRole("button", { name: sayBefore("ru", "add.send"), exact: true }).click();
    await panel.page.getByText(sayDraft("ru", "sent.added")).waitFor(); log("added", JSON.stringify((await panel.page.locator("main").innerText()).slice(0, 300)));
    await panel.close();
    await until("added files stored", async () => { const [r] = await scene.server.db.$client<any[]>`SELECT count(*)::int AS missing FROM evidence e LEFT JOIN files f ON f.org_id=e.org_id AND f.sha256=e.sha256 WHERE e.complaint_id=${row.id} AND f.sha256 IS NULL`; return r.missing === 0; }).catch((e) => log("not all stored", String(e)));
    log("n complaints", (await scene.server.db.$client`SELECT count(*)::int AS n FROM complaints WHERE org_id=${scene.organisation.id}`)[0]);
    await work("two").catch((e) => log("work two failed", e));
  } finally { await desk.close(); await scene.close(); web.closeAllConnections(); web.close(); }
});
