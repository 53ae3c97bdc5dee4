import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayDraft } from "../../../extension/messages/draft/index";
import { launchChromium } from "../../support/chromium";
import { capturedDrafts, clipFromMenu } from "../../support/clip-gesture";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { forgetDrafts, newestDraft } from "../../support/stored-draft";
import { until } from "../../support/until";

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
  it("EXT-01 that floods with our messages and overwrites what scripts use is clipped as any other, and starts nothing", async () => {
    const page = await openPage();
    await page.evaluate((messages) => {
      for (let n = 0; n < 1_000; n++) {
        const message = messages[n % messages.length];
        if (message === undefined) continue;
        window.postMessage(message, "*");
        document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
      }
      JSON.parse = () => ({ pwned: true });
      JSON.stringify = () => "pwned";
      Reflect.set(Array.prototype, "map", () => ["pwned"]);
      Element.prototype.attachShadow = () => {
        throw new Error("taken");
      };
    }, MESSAGES);
    expect(await capturedDrafts(scene.browser)).toBe(0);
    await clipFromMenu(scene.browser, page);
    expect(await capturedDrafts(scene.browser)).toBe(1);
    const panel = await openSidePanel(scene.browser);
    expect(await panel.field("narrative").inputValue()).toMatch(/^Посылка не пришла за три недели/);
    await panel.close();
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
    await scene.browser.pressToolbarButton(page);
    await scene.browser.closePopup();
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

  it("EXT-02 EXT-05 starts nothing by our messages, and reads neither the token nor anything else that is stored", async () => {
    const page = await openPage();
    const [local, session, sync] = await fromContentScript(page);
    expect([local, session]).toEqual([
      expect.stringMatching(/^refused: /),
      expect.stringMatching(/^refused: /),
    ]);
    expect(sync).toBe("{}");
    expect(await capturedDrafts(scene.browser)).toBe(0);
    await page.close();
  });
});

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
