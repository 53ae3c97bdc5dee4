import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { HOSTILE_MARKUP } from "../../support/hostile-markup";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { until } from "../../support/until";
import { watchPage } from "../../support/watched-page";

/** What the catcher gives as any server gives pages: the snapshot, and a frame like the desk's round it. */
const unguarded = new Map<string, string>();
/** Longer than a page needs to ask for what it wants at once. */
const LONG_ENOUGH_MS = 1_500;

let server: ServerProcess;
let browser: DeskBrowser;
let person: TestPerson;
let id: string;
let sha256: string;
let catcher: Server;
const caught: string[] = [];

beforeAll(async () => {
  catcher = createServer((request, response) => {
    const page = unguarded.get(request.url ?? "");
    if (page !== undefined) {
      response.setHeader("content-type", "text/html").end(page);
      return;
    }
    caught.push(request.url ?? "");
    response.end();
  }).listen(0, "127.0.0.1");
  await once(catcher, "listening");
  const { port } = catcher.address() as AddressInfo;
  const markup = hostileSnapshot(`http://127.0.0.1:${port}`);
  unguarded.set("/page", markup).set("/framed", '<iframe sandbox="" src="/page"></iframe>');
  const snapshot = Buffer.from(markup);
  server = await startServer();
  browser = await openDeskBrowser(server);
  person = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["admin"] });
  const device = await makeDevice(server.db, person);
  sha256 = createHash("sha256").update(snapshot).digest("hex");
  const file = {
    kind: "snapshot",
    sha256,
    mediaType: "text/html",
    bytes: snapshot.length,
    region: null,
    masks: [],
  } as const;
  const complaint = sampleComplaint({ clip: { evidence: [{ ...file, masks: [] }] } });
  await registerOver(server, device, complaint);
  const answer = await fetch(`${server.url}/api/evidence/${sha256}`, {
    method: "PUT",
    headers: { ...device.headers, "content-type": "text/html" },
    body: snapshot,
  });
  expect(answer.status).toBe(201);
  id = complaint.id;
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  catcher.closeAllConnections();
  await once(catcher.close(), "close");
});

/** A page that asks the catcher in each way in which a page can, runs scripts and takes the names of the desk's own things. */
function hostileSnapshot(to: string): string {
  return `<!doctype html><html><head>
    <base href="${to}/base/">
    <meta http-equiv="refresh" content="0;url=${to}/refresh">
    <link rel="stylesheet" href="${to}/sheet.css"><link rel="icon" href="${to}/icon">
    <link rel="preload" as="image" href="${to}/preload"><link rel="prefetch" href="${to}/prefetch">
    <link rel="preconnect" href="${to}"><link rel="dns-prefetch" href="${to}">
    <style>@import "${to}/import.css"; body { background: url(${to}/background) }
      @font-face { font-family: f; src: url(${to}/font) } p { font-family: f }
      li { list-style-image: url(${to}/list) } p::after { content: url(${to}/content) }</style>
    <script>top.__pwned = 1; fetch("${to}/fetch")</script><script src="${to}/script.js"></script>
  </head><body onload="new Image().src='${to}/onload'">
    <p id="seen">Снимок страницы</p><ul><li>x</li></ul>
    <img src="${to}/img"><img srcset="${to}/srcset 1x"><picture><source srcset="${to}/source"><img></picture>
    <video src="${to}/video" poster="${to}/poster" autoplay></video><audio src="${to}/audio" autoplay></audio>
    <video><track src="${to}/track" default></video>
    <input type="image" src="${to}/input"><object data="${to}/object"></object><embed src="${to}/embed">
    <iframe src="${to}/frame"></iframe><iframe srcdoc="<img src='${to}/srcdoc'>"></iframe>
    <svg><image href="${to}/svg-image"/><use href="${to}/use#a"/><script>top.__pwned = 1</script></svg>
    <table background="${to}/table"><tr><td style="background:url(${to}/cell)">x</td></tr></table>
    <a href="${to}/ping-target" ping="${to}/ping" id="config">x</a>
    <form name="body" action="${to}/form"><input name="children" autofocus onfocus="form.submit()"><button id="send">x</button></form>
    <form id="auto" action="${to}/auto" method="post"></form><script>document.forms.auto.submit(); open("${to}/popup")</script>
    ${HOSTILE_MARKUP.join("\n").replaceAll("//evil.example", to.slice("http:".length))}
  </body></html>`;
}

it("INJ-03 INJ-04 ATT-01 views a hostile snapshot: nothing runs, nothing is asked for, nothing of it is mounted", async () => {
  const { page, context } = await browser.visit({ locale: "ru", colorScheme: "light" }, person);
  const watched = await watchPage(page, server.url);
  const popups: string[] = [];
  context.on("page", (opened) => popups.push(opened.url()));
  await page.goto(`/complaints/${id}`);
  const frame = page.frameLocator("iframe.snapshot");
  await frame.locator("#seen").waitFor();
  // It may try by the person's own hand, too.
  await frame.locator("#send").click({ force: true });
  await frame.locator("a#config").first().click({ force: true });
  await wait(LONG_ENOUGH_MS);

  expect(caught).toEqual([]);
  expect(await watched.hasRun()).toBe(false);
  expect(popups).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(`/complaints/${id}`);
  expect(await page.locator("iframe.snapshot").getAttribute("sandbox")).toBe("");
  const names = await page.evaluate(() =>
    ["config", "auto", "send", "children"].filter((name) => name in window),
  );
  expect(names).toEqual([]);
  expect(await page.evaluate(() => document.body instanceof HTMLBodyElement)).toBe(true);
  await context.close();
});

describe("ATT-01 what watches would see it:", () => {
  afterEach(() => {
    caught.length = 0;
  });

  it("in a frame without its policy it asks for what it names", async () => {
    const { page, context } = await browser.visit({ locale: "ru", colorScheme: "light" }, person);
    const watched = await watchPage(page, server.url);
    const { port } = catcher.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/framed`);
    const asked = [
      "/sheet.css",
      "/import.css",
      "/background",
      "/img",
      "/srcset",
      "/poster",
      "/input",
      "/cell",
    ];
    await expect.poll(() => asked.filter((each) => !caught.includes(each)), { timeout: 20_000 }).toEqual([]);
    expect(watched.abroad.length).toBeGreaterThan(asked.length);
    await context.close();
  });

  it("as a page of its own it runs its scripts, and would leave", async () => {
    const { page, context } = await browser.visit({ locale: "ru", colorScheme: "light" }, person);
    const watched = await watchPage(page, server.url);
    const left: string[] = [];
    const { port } = catcher.address() as AddressInfo;
    await page.route(/\/(?:refresh|auto|form)(?:\?|$)/, (route) => {
      left.push(new URL(route.request().url()).pathname);
      return route.abort();
    });
    await page.goto(`http://127.0.0.1:${port}/page`, { waitUntil: "commit" });
    expect(await until("its scripts to run", () => watched.hasRun())).toBe(true);
    expect(await until("a script to ask", () => caught.includes("/fetch"))).toBe(true);
    expect(await until("a way out", () => left[0])).toMatch(/^\/(?:refresh|auto|form)$/);
    await context.close();
  });
});

it("ATT-01 gives the snapshot's own address as a download, under a policy by which nothing runs", async () => {
  const { page, context } = await browser.visit(undefined, person);
  await page.goto("/");
  const answer = await page.evaluate(async (at) => {
    const { status, headers } = await fetch(at);
    return { status, headers: Object.fromEntries(headers) };
  }, `/api/evidence/${sha256}`);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none';/),
    "content-disposition": expect.stringMatching(/^attachment; filename="[0-9a-f]{12}\.html"$/),
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  expect((await page.request.get(`${server.url}/api/evidence/${sha256}/view`)).status()).toBe(404);
  expect(caught).toEqual([]);
  await context.close();
});
