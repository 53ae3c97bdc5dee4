import { randomUUID } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDesk } from "../../../server/web/messages/index";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { HOSTILE_MARKUP, inOneLine } from "../../support/hostile-markup";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../support/organisation";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { until } from "../../support/until";
import { type WatchedPage, watchPage } from "../../support/watched-page";

let server: ServerProcess;
let browser: DeskBrowser;
let person: TestPerson;
const ids: string[] = [];
/** A search looks for words, and takes none out of markup. */
const FOUND = `Посылка ${HOSTILE_MARKUP[3]}`;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
  const organisation = await makeOrganisation(server.db, { locale: "en" });
  const [name = ""] = HOSTILE_MARKUP;
  person = await makePerson(server.db, organisation, { roles: ["admin"], name });
  await server.db.$client`UPDATE organisations SET name = ${name} WHERE id = ${organisation.id}`;
  await server.db.$client`UPDATE topics SET name = ${name.slice(0, 100)} WHERE org_id = ${organisation.id}`;
  const device = await makeDevice(server.db, person);
  await server.db.$client`UPDATE devices SET name = ${name.slice(0, 100)} WHERE id = ${device.id}`;
  const desk = { ...(await signIn(server.db, person)), "content-type": "application/json" };
  expect((await changeAccount(desk)).status).toBe(200);
  for (const markup of HOSTILE_MARKUP) {
    const complaint = sampleComplaint({
      kind: "claim",
      topicId: organisation.topics[0]?.id ?? null,
      remedySought: markup,
      clip: hostileClip(markup),
    });
    await registerOver(server, device, complaint);
    await post(`${complaint.id}/clips`, device.headers, {
      id: randomUUID(),
      clip: sampleComplaint({ clip: hostileClip(markup) }).clip,
    });
    await post(`${complaint.id}/pauses`, desk, { reason: markup });
    ids.push(complaint.id);
  }
  await registerOver(server, device, sampleComplaint({ clip: hostileClip(FOUND) }));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A change of one's name, which the log tells. */
function changeAccount(headers: Readonly<Record<string, string>>): Promise<Response> {
  const [name = ""] = HOSTILE_MARKUP;
  return fetch(`${server.url}/api/account`, { method: "PATCH", headers, body: JSON.stringify({ name }) });
}

async function post(what: string, headers: Readonly<Record<string, string>>, json: unknown): Promise<void> {
  const answer = await fetch(`${server.url}/api/complaints/${what}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(json),
  });
  expect({ ok: answer.ok, text: answer.ok ? "" : await answer.text() }).toEqual({ ok: true, text: "" });
}

/** The markup in every field that a page or a person fills with words. */
function hostileClip(markup: string): Partial<Clip> {
  const line = inOneLine(markup);
  const address = `https://forum.test/?${encodeURIComponent(markup)}"'><x`;
  const post = {
    narrative: markup,
    subject: line,
    author: { name: line, handle: line, profileUrl: address, platformId: line },
    permalink: address,
    permalinkKey: line,
    postedAt: { at: null, precision: "unknown" as const, raw: markup.slice(0, 200) },
    thread: { parent: { author: line, permalink: address, narrative: markup }, position: 2 },
    attachments: [{ kind: "file" as const, url: address, alt: markup, sha256: null }],
    mail: { messageId: line, to: line },
    sources: {},
  };
  return { ...post, page: { title: markup, url: address }, adapter: line.slice(0, 50), more: [post] };
}

async function expectOnlyText(page: Page, watched: WatchedPage): Promise<void> {
  expect(await watched.hasRun()).toBe(false);
  expect(watched.stopped).toEqual([]);
  expect(watched.abroad).toEqual([]);
  // None of it has become a part of the page, nor of the head that each page has.
  const strange =
    "body :is(script, iframe, object, embed, base, meta, link, style, math, template, form[name=body], #config)";
  expect(await page.locator(strange).evaluateAll(outsideOfOurs)).toEqual([]);
  expect(await page.locator(":is([onerror], [onload], [href^='javascript'])").count()).toBe(0);
  expect(await page.locator("head > base, head > meta[http-equiv]").count()).toBe(0);
}

/** What the page's own file has in its body: one script, in our own origin. Runs in the page. */
function outsideOfOurs(found: readonly Element[]): string[] {
  return found
    .filter((element) => !(element instanceof HTMLScriptElement && element.src.startsWith(location.origin)))
    .map((element) => element.outerHTML);
}

it("INJ-01 shows thirty kinds of markup as the words that they are, in every field of a complaint", async () => {
  expect(new Set(HOSTILE_MARKUP).size).toBe(30);
  const { page, context } = await browser.visit({ locale: "en", colorScheme: "light" }, person);
  const watched = await watchPage(page, server.url);
  for (const [place, id] of ids.entries()) {
    await page.goto(`/complaints/${id}`);
    const narrative = page.locator("section[aria-labelledby=clip-title] blockquote").first();
    await narrative.waitFor();
    expect(await narrative.evaluate((quote) => quote.textContent)).toBe(HOSTILE_MARKUP[place]);
    await expectOnlyText(page, watched);
  }
  await context.close();
});

it("INJ-01 would see markup that is taken for such: it runs, asks others, and is stopped by a policy", async () => {
  const { page, context } = await browser.visit({ locale: "en", colorScheme: "light" }, person);
  const watched = await watchPage(page, server.url);
  const body = `<body>${HOSTILE_MARKUP[3]}${HOSTILE_MARKUP[24]}</body>`;
  await page.route("**/unguarded", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.route("**/guarded", (route) =>
    route.fulfill({
      contentType: "text/html",
      body,
      headers: { "content-security-policy": "default-src 'none'" },
    }),
  );
  await page.goto("/unguarded");
  expect(await until("a script to run", () => watched.hasRun())).toBe(true);
  expect(await until("a request to others", () => watched.abroad[0])).toContain("evil.example");
  expect(watched.stopped).toEqual([]);
  await expect(expectOnlyText(page, watched)).rejects.toThrow();
  await page.goto("/guarded");
  expect(await until("what was stopped", () => watched.stopped[0])).toMatch(/^(?:img|style|script)-src/);
  expect(await watched.hasRun()).toBe(false);
  await context.close();
});

describe("INJ-01 INJ-02 shows them as words", () => {
  const [name = ""] = HOSTILE_MARKUP;
  const search = encodeURIComponent(FOUND);
  const nowhere = "<svg onload=window.__pwned=1>nowhere";

  it.each<readonly [place: string, at: () => string, shown: string, title: RegExp | null]>([
    ["in a list", () => "/complaints", FOUND, null],
    ["in a search that finds them", () => `/complaints?q=${search}`, FOUND, null],
    ["for a view that there is not", () => `/complaints?view=${search}`, FOUND, null],
    ["beside an open complaint", () => `/complaints/${ids[0]}?q=${search}`, FOUND, null],
    ["on the page of dates, which is for print", () => `/complaints/${ids[0]}/dates`, name, null],
    ["in the list of people", () => "/people", name, null],
    [
      "on a person's page and in its title",
      () => `/people/${person.id}`,
      name,
      /^<script>.*<\/script> · Otklik$/,
    ],
    ["in the account and its devices", () => "/account", name, null],
    ["in the log", () => "/log", name, null],
    ["in the head of the settings", () => "/settings", name, null],
    ["at an address that there is not", () => `/${search}`, "", null],
  ])("%s", async (_place, at, shown, title) => {
    const { page, context } = await browser.visit({ locale: "en", colorScheme: "light" }, person);
    const watched = await watchPage(page, server.url);
    await page.goto(at());
    await page.locator("main").first().waitFor();
    await page.waitForLoadState("networkidle");
    // It is there, among the words of the page.
    await until("the words", () => page.evaluate((words) => document.body.innerText.includes(words), shown));
    const own = page.locator("title");
    expect(await own.count()).toBe(1);
    expect(await own.evaluate((element) => element.childElementCount)).toBe(0);
    if (title !== null) expect(await page.title()).toMatch(title);
    await expectOnlyText(page, watched);
    await context.close();
  });

  it("in a search that finds nothing", async () => {
    const { page, context } = await browser.visit({ locale: "en", colorScheme: "light" }, person);
    const watched = await watchPage(page, server.url);
    await page.goto(`/complaints?q=${encodeURIComponent(nowhere)}`);
    await page.waitForLoadState("networkidle");
    expect(await page.getByLabel(sayDesk("en", "search.label")).inputValue()).toBe(nowhere);
    expect(await page.locator(".row-excerpt").count()).toBe(0);
    await expectOnlyText(page, watched);
    await context.close();
  });
});

it("IN-04 keeps a direction that a name overrides from the words beside it", async () => {
  const { page, context } = await browser.visit({ locale: "en", colorScheme: "light" }, person);
  await page.goto(`/complaints/${ids[28]}`);
  const names = page.locator(".clip-author bdi");
  await names.first().waitFor();
  expect(await names.first().textContent()).toContain("\u202e");
  expect(await names.first().evaluate((name) => getComputedStyle(name).unicodeBidi)).toBe("isolate");
  await context.close();
});

it.each([
  ["one word of twenty thousand letters", "щ".repeat(20_000)],
  ["three hundred families", "👩‍👩‍👧‍👦".repeat(300)],
  ["ten thousand lines", "а\n".repeat(9_999)],
  ["a thousand marks on each letter", `а${"\u0301".repeat(1_000)}`.repeat(15)],
])("IN-18 shows %s without breaking its page", async (_what, narrative) => {
  const device = await makeDevice(server.db, person);
  const complaint = sampleComplaint({
    clip: { narrative, subject: narrative.replaceAll("\n", " ").slice(0, 400).toWellFormed() },
  });
  await registerOver(server, device, complaint);
  for (const width of [1280, 360]) {
    const { page, context } = await browser.visit({ locale: "en", colorScheme: "light" }, person);
    await page.setViewportSize({ width, height: 900 });
    for (const [at, shown] of [
      [`/complaints/${complaint.id}`, "section[aria-labelledby=clip-title] blockquote"],
      ["/", ".row-excerpt"],
    ] as const) {
      await page.goto(at);
      await page.locator(shown).first().waitFor({ state: "attached" });
      const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      expect(await page.evaluate(overhang)).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
});
