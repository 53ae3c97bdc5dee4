import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDraft } from "../../../extension/messages/draft/index";
import { sayShell } from "../../../extension/messages/shell/index";
import { launchChromium } from "../../support/chromium";
import { capturedDrafts, clipFromMenu, selectText } from "../../support/clip-gesture";
import { HOSTILE_MARKUP, inOneLine } from "../../support/hostile-markup";
import { draftsIn, openPicker, pickersOn, pointAt } from "../../support/pick-gesture";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { forgetDrafts, newestDraft } from "../../support/stored-draft";
import { until } from "../../support/until";
import { watchPage } from "../../support/watched-page";

/** What a page, a script in it, and another extension reach of ours: nothing. */

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});

afterAll(async () => {
  await scene?.close();
});

const MESSAGES = [
  { type: "clip-tab", tabId: 1, trigger: "popup" },
  { type: "pick-on-tab", tabId: 1, draftId: null },
  { type: "send-now" },
  { type: "outbox-changed" },
  { type: "refresh" },
  { type: "picked" },
  { type: "token" },
];

async function openPage(): Promise<Page> {
  const page = await scene.browser.context.newPage();
  await page.goto(scene.pages.url("/@sinitsa/110001"));
  return page;
}

async function registeredCount(): Promise<number> {
  const [row] = await scene.server.db.$client<{ count: number }[]>`
    SELECT count(*)::int FROM complaints WHERE org_id = ${scene.organisation.id}`;
  return row?.count ?? 0;
}

describe("a page", () => {
  it("EXT-01 that floods with our messages without end and overwrites what scripts use is clipped and picked from as any other, and starts nothing", async () => {
    const page = await openPage();
    await page.evaluate((messages) => {
      const send = { post: window.postMessage.bind(window), later: setTimeout.bind(window) };
      const root = document.documentElement;
      const flood = (sent: number) => {
        for (const message of messages) {
          send.post(message, "*");
          document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
        }
        root.setAttribute("data-sent", `${sent}`);
        send.later(flood, 1, sent + 1);
      };
      flood(1);
      JSON.parse = () => ({ pwned: true });
      JSON.stringify = () => "pwned";
      Reflect.set(Array.prototype, "map", () => ["pwned"]);
      Element.prototype.attachShadow = () => {
        throw new Error("taken");
      };
    }, MESSAGES);
    /** Read from outside of the page's own world, in which nothing is what it was. */
    const floods = async () => Number(await page.locator("html").getAttribute("data-sent"));
    const floodsOn = async (than: number) => until("the flood to go on", async () => (await floods()) > than);

    await floodsOn(await floods());
    expect(await draftsIn(scene.browser)).toEqual([]);
    const before = await floods();
    await clipFromMenu(scene.browser, page);
    await floodsOn(before);
    const [clipped, ...others] = await draftsIn(scene.browser);
    expect(clipped?.request.clip.narrative).toMatch(/^Посылка не пришла за три недели/);
    expect(others).toEqual([]);
    await forgetDrafts(scene.browser);

    await openPicker(scene.browser, page, "ru");
    // Neither its keys nor its last word can be said from the page.
    await floodsOn(await floods());
    expect(await pickersOn(page)).toBe(1);
    expect(await draftsIn(scene.browser)).toEqual([]);
    await pointAt(page, ".detailed-status .status__content");
    await page.mouse.down();
    await page.mouse.up();
    const picked = await until("what was picked", async () => {
      const drafts = await draftsIn(scene.browser);
      return drafts.some(({ screenshot }) => screenshot !== null) ? drafts : null;
    });
    expect(picked.map(({ request }) => request.clip.narrative)).toEqual([clipped?.request.clip.narrative]);
    await forgetDrafts(scene.browser);
    await page.close();
  });

  it.each(["popup.html", "sidepanel.html", "options.html"])(
    "EXT-04 shows no %s of ours in a frame, and reads none",
    async (file) => {
      const page = await openPage();
      const address = scene.browser.pageUrl(file);
      const read = await page.evaluate(async (address) => {
        const frame = document.createElement("iframe");
        const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
        frame.src = address;
        document.body.append(frame);
        await loaded;
        return fetch(address).then(
          () => "read",
          () => "refused",
        );
      }, address);
      expect(read).toBe("refused");
      const frames = page.frames().filter((frame) => frame !== page.mainFrame());
      expect(frames).toHaveLength(1);
      for (const frame of frames) expect(frame.url()).not.toBe(address);
      await page.close();
    },
  );

  it("EXT-09 under a veil of its own, clicked 200 times, sends nothing of what was clipped", async () => {
    const page = await openPage();
    await clipFromMenu(scene.browser, page);
    const before = await registeredCount();
    await page.evaluate(() => {
      document.body.style.opacity = "0";
      document.body.insertAdjacentHTML(
        "beforeend",
        `<div id="veil" popover style="inset:0;width:100vw;height:100vh;pointer-events:none;opacity:0.01">…</div>`,
      );
      document.getElementById("veil")?.showPopover();
    });
    for (let n = 0; n < 200; n++) await page.mouse.click((n * 37) % 900, (n * 53) % 700, { delay: 0 });
    expect(await capturedDrafts(scene.browser)).toBe(1);
    expect(await registeredCount()).toBe(before);
    await forgetDrafts(scene.browser);
    await page.close();
  });
});

describe("our own script in a page", () => {
  /** As if the page had got hold of it: what it reads of our storage, and our messages, sent from there. */
  async function fromContentScript(page: Page): Promise<string[]> {
    const worker = await scene.browser.worker();
    return worker.evaluate(
      async ([address, messages]) => {
        const tabs = await chrome.tabs.query({});
        const tabId = tabs.find(({ url }) => url === address)?.id ?? 0;
        const [done] = await chrome.scripting.executeScript({
          target: { tabId },
          func: async (messages: { type: string }[], tabId: number) => {
            for (const message of messages) {
              await chrome.runtime.sendMessage({ ...message, tabId }).catch(() => undefined);
            }
            const areas = [chrome.storage.local, chrome.storage.session, chrome.storage.sync];
            return Promise.all(
              areas.map((area) =>
                area.get(null).then(
                  (all) => JSON.stringify(all),
                  (error: unknown) => `refused: ${error}`,
                ),
              ),
            );
          },
          args: [messages, tabId],
        });
        return done?.result ?? [];
      },
      [page.url(), MESSAGES] as const,
    );
  }

  it("EXT-02 EXT-05 starts nothing by the messages that a page of ours starts it by, and reads nothing of what is stored", async () => {
    const page = await openPage();
    await scene.browser.pressToolbarButton(page);
    const [local, session, sync] = await fromContentScript(page);
    expect([local, session]).toEqual([
      expect.stringMatching(/^refused: /),
      expect.stringMatching(/^refused: /),
    ]);
    expect(sync).toBe("{}");
    // The popup says "clip-tab" of the same tab. What was said before it would have come first.
    await scene.browser.pressButtonIn("popup.html", sayShell("ru", "clip"));
    await until("the popup's clip", async () => (await capturedDrafts(scene.browser)) > 0);
    expect(await draftsIn(scene.browser)).toHaveLength(1);
    expect(await pickersOn(page)).toBe(0);
    await scene.browser.closePopup();
    await forgetDrafts(scene.browser);
    await page.close();
  });
});

it("INJ-02 popup, panel and options show hostile markup as words, and the badge shows none of it", async () => {
  const { browser, server, device, pages } = scene;
  for (const markup of HOSTILE_MARKUP) {
    const author = { name: inOneLine(markup), handle: null, profileUrl: null, platformId: null };
    const complaint = sampleComplaint({ kind: "claim", clip: { narrative: markup, author } });
    await registerOver(server, device, complaint);
  }
  const [first = ""] = HOSTILE_MARKUP;
  const forum = await browser.context.newPage();
  await forum.goto(pages.url("/"));
  await forum.evaluate((markup) => {
    document.title = markup;
    for (const element of document.querySelectorAll("#post-1 a[rel=author], #complaint")) {
      element.textContent = markup;
    }
  }, first);
  await selectText(forum, "#complaint");
  await clipFromMenu(browser, forum, first);

  for (const [file, isShown] of [
    ["popup.html", (page: Page) => page.evaluate(includesAll, HOSTILE_MARKUP.map(inOneLine))],
    ["sidepanel.html", (page: Page) => page.evaluate(includesAll, [first])],
    ["options.html", async (page: Page) => (await page.locator("main").count()) > 0],
  ] as const) {
    const page = await browser.context.newPage();
    const watched = await watchPage(page, server.url);
    await page.goto(browser.pageUrl(file));
    await until(`the words in ${file}`, () => isShown(page));
    expect(await watched.hasRun()).toBe(false);
    // The reader of schemas tries whether functions can be made from text, and is told that they cannot.
    expect(watched.stopped.filter((what) => what !== "script-src eval")).toEqual([]);
    expect(watched.abroad).toEqual([]);
    const strange =
      "body :is(script:not([src]), iframe:not([sandbox='']), object, embed, base, meta, math, template, #config)";
    const made = page.locator(`${strange}, [onerror], [onload], [href^=javascript]`);
    expect(await made.evaluateAll((found) => found.map(({ outerHTML }) => outerHTML))).toEqual([]);
    await page.close();
  }
  expect((await browser.badge()).title).not.toMatch(/[<>{}]|pwned/);
  await forgetDrafts(browser);
  await forum.close();
});

/** Whether the page shows all of the words, in fields too. Runs in the page. */
function includesAll(words: readonly string[]): boolean {
  const fields = [...document.querySelectorAll("input, textarea")] as HTMLInputElement[];
  const text = [document.body.textContent ?? "", ...fields.map(({ value }) => value)].join("\n");
  return words.every((each) => text.includes(each));
}

it("EXT-05 the token is in no page, picture, request, log or row of a whole clip", async () => {
  const { browser, server, device } = scene;
  const seen: string[] = [];
  browser.context.on("request", (request) => seen.push(request.url()));
  browser.context.on("console", (message) => seen.push(message.text()));
  const page = await openPage();
  await clipFromMenu(browser, page);
  const panel = await openSidePanel(browser);
  await panel.field("narrative").fill("Посылки нет три недели.");
  const draft = await until("the snapshot", async () => {
    const found = await newestDraft(browser);
    return found?.files.some(({ id }) => id === "snapshot") ? found : null;
  });
  seen.push(await panel.page.content());
  await panel.send();
  await panel.page.getByText(sayDraft("ru", "sent.registered")).waitFor();
  seen.push(await panel.page.content(), await page.content(), server.log());
  for (const file of draft.files) seen.push(file.bytes.toString("latin1"));
  const rows = await server.db.$client`
    SELECT to_jsonb(c) AS row FROM complaints c UNION ALL SELECT to_jsonb(e) FROM events e
    UNION ALL SELECT to_jsonb(d) FROM devices d`;
  const stored = await panel.page.evaluate(async () => ({
    sync: await chrome.storage.sync.get(null),
    session: await chrome.storage.session.get(null),
  }));
  seen.push(JSON.stringify(rows), JSON.stringify(stored));
  const secret = device.token.split(".")[1] ?? "";
  expect(secret.length).toBeGreaterThan(40);
  // What is looked through is what there was: the clip's own words are in it.
  expect(seen.some((text) => text.includes("Посылки нет три недели"))).toBe(true);
  expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  await panel.close();
  await page.close();
});

it("EXT-03 another extension that speaks to ours gets no answer, and starts nothing", async () => {
  const other = await mkdtemp(path.join(tmpdir(), "otklik-other-"));
  const manifest = { manifest_version: 3, name: "Other", version: "1" };
  await writeFile(path.join(other, "manifest.json"), JSON.stringify(manifest));
  await writeFile(path.join(other, "other.html"), "<!doctype html><title>Other</title>");
  const browser = await launchChromium({ beside: other });
  try {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${idOfUnpacked(other)}/other.html`);
    const answers = await page.evaluate(
      ([id, messages]) =>
        Promise.all(
          messages.map((message) =>
            chrome.runtime.sendMessage(id, message).then(
              (answer) => JSON.stringify(answer ?? "nothing"),
              (error: unknown) => `refused: ${error}`,
            ),
          ),
        ),
      [browser.extensionId, MESSAGES] as const,
    );
    expect(answers).toHaveLength(MESSAGES.length);
    for (const answer of answers) expect(answer).toMatch(/^refused: .*does not exist/);
    expect(await capturedDrafts(browser)).toBe(0);
  } finally {
    await browser.close();
    await rm(other, { recursive: true, force: true });
  }
});

/** Chromium names an unpacked extension by its folder: the first 128 bits of SHA-256, in letters from a to p. */
function idOfUnpacked(folder: string): string {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}
