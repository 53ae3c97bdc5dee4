import { createHash } from "node:crypto";
import type { Clip } from "@otklik/shared/complaint/clip";
import { verifyProof } from "@otklik/shared/proof/verify-proof";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sayDraft } from "../../../extension/messages/draft/index";
import { sayEvidence } from "../../../extension/messages/evidence/index";
import { barriersByDayAndNight } from "../../support/axe";
import { type ExtensionBrowser, launchChromium } from "../../support/chromium";
import { clipFromMenu, selectText } from "../../support/clip-gesture";
import { overhangOf } from "../../support/overhang";
import { draftsIn, pickerIsOpen } from "../../support/pick-gesture";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import {
  forgetDrafts,
  newestDraft,
  type StoredDraft,
  type StoredDraftFile,
} from "../../support/stored-draft";
import { until } from "../../support/until";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});

afterEach(() => forgetDrafts(scene.browser));

afterAll(async () => {
  await scene?.close();
});

/** Clips the long post from a page that was scrolled so far, and waits until all of its evidence is there. */
async function clipLongPost(scrolledTo = 0) {
  const page = await scene.browser.context.newPage();
  await page.goto(scene.pages.url("/post/9"));
  const selected = await selectText(page, "#complaint");
  await page.evaluate((top) => scrollTo({ top, behavior: "instant" }), scrolledTo);
  await clipFromMenu(scene.browser, page, selected);
  const draft = await until("the evidence", async () => {
    const found = await newestDraft(scene.browser);
    return found?.files.some(({ id }) => id === "crop") ? found : null;
  });
  return { page, draft };
}

function fileOf(draft: StoredDraft, id: string): StoredDraftFile {
  const file = draft.files.find((one) => one.id === id);
  if (file === undefined) throw new Error(`no ${id}`);
  return file;
}

describe("the snapshot of a post", () => {
  it("holds its words and pictures, and nothing that runs, asks, was typed or was hidden (ATT-11)", async () => {
    const { page, draft } = await clipLongPost();
    const html = fileOf(draft, "snapshot").bytes.toString("utf8");
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("Курьер «Быстрого кота» не приехал третий день подряд.");
    expect(html).toContain("№ ");
    expect(html).toContain("Конец длинной записи.");
    expect(html.match(/src="data:image\/png;base64,/g)).toHaveLength(3);
    expect(html).toContain("background-image:url('data:image/png;base64,");
    expect(html).toContain("Недоступная картинка");
    for (const secret of [
      "comment",
      "script",
      "hidden-input",
      "password",
      "textarea",
      "editor",
      "hidden-text",
      "fold",
      "far-text",
      "clipped-text",
      "srcdoc",
      "link",
      "fragment",
    ]) {
      expect(html).not.toContain(`secret-in-${secret}`);
    }
    expect(html).toMatch(/title="http:\/\/forum\.test:\d+\/reset\?token=…&amp;from=…"/);
    expect(html).not.toMatch(/<script|<iframe|<input|<form|\son\w+=|href=|pwned/i);
    expect(html).not.toContain("Шапка форума");
    await page.close();
  });

  it("opened by anybody runs nothing and asks nobody", async () => {
    const { page, draft } = await clipLongPost();
    const asked: string[] = [];
    await page.route("**", (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: fileOf(draft, "snapshot").bytes });
    });
    await page.goto("http://forum.test/snapshot.html");
    expect(asked).toEqual(["http://forum.test/snapshot.html"]);
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    await page.close();
  });

  it("shows its title, address and time uncovered, whatever the post was placed over", async () => {
    const { page, draft } = await clipLongPost();
    await page.setContent(fileOf(draft, "snapshot").bytes.toString("utf8"));
    expect(await page.getByText("Подложенный заголовок").count()).toBe(1);
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll("header, header > *")].map((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return part.contains(document.elementFromPoint(left + Math.min(width, 60) / 2, top + height / 2));
      }),
    );
    expect(seen).toEqual([true, true, true, true, true]);
    // All of the post is still shown, and no more than its room.
    const frame = await page.locator("main > [data-post]").boundingBox();
    expect(await page.getByText("Конец длинной записи.").isVisible()).toBe(true);
    expect(frame?.height).toBeGreaterThan(1_600);
    await page.close();
  });
});

describe("the picture of the post alone", () => {
  it.each([0, 500])("is whole, without the page's header, and leaves the page at %i", async (scrolledTo) => {
    const { page, draft } = await clipLongPost(scrolledTo);
    const post = await page.locator("#long").boundingBox();
    expect(await page.evaluate(() => scrollY)).toBe(scrolledTo);
    const { picture, bytes } = fileOf(draft, "crop");
    expect(picture).toMatchObject({ width: 640, height: Math.round(post?.height ?? 0), scale: 1 });
    // Of the header's green there is none; the lowest row is the post's own.
    const colours = await page.evaluate(coloursOf, `data:image/png;base64,${bytes.toString("base64")}`);
    expect(colours).toMatchObject({ header: 0, lowest: [253, 246, 227] });
    expect(draft.notes).not.toContain("crop-cut");
    await page.close();
  });
});

it("the evidence on the draft is for everybody, and its parts go by keyboard", async () => {
  const { page, draft } = await clipLongPost();
  await page.close();
  const panel = await openSidePanel(scene.browser);
  const evidence = panel.page.locator(".evidence");
  const { parts } = fileOf(draft, "snapshot").parts ?? { parts: [] };
  expect(parts.filter(({ isOthers }) => isOthers)).toHaveLength(3);
  await evidence.locator("summary", { hasText: sayEvidence("ru", "kind.snapshot") }).press("Enter");
  const part = evidence.getByRole("button", {
    name: sayEvidence("ru", "parts.hide", { words: "Пётр Соседов" }),
  });
  await part.press("Enter");
  expect(await part.getAttribute("aria-pressed")).toBe("true");
  const shown = evidence.frameLocator("iframe").getByText("Пётр Соседов");
  await until("the part to be gone", async () => (await shown.count()) === 0);
  await part.press("Space");
  await shown.waitFor();
  expect(await barriersByDayAndNight(panel.page)).toEqual([]);
  await panel.close();
});

describe("what is hidden", () => {
  it("is in no byte that is kept or sent, and the proof of the rest holds", async () => {
    const { page } = await clipLongPost();
    await page.close();
    const panel = await openSidePanel(scene.browser);
    await panel.page.getByLabel(sayEvidence("ru", "others.hide")).check();
    await panel.send();
    await panel.page.getByText(sayDraft("ru", "sent.registered")).waitFor();
    await panel.close();
    const { id, clip } = await registeredWithFiles();
    expect(clip.evidence).toHaveLength(3);
    const files = await Promise.all(clip.evidence.map(({ sha256 }) => storedBytes(sha256)));
    for (const bytes of files) {
      const text = bytes.toString("utf8");
      for (const words of ["чужие-слова", "Пётр Соседов", "Фото соседа", "picture.png?other"]) {
        expect(text).not.toContain(words);
      }
    }
    const [screenshot, crop, snapshot] = (["screenshot", "crop", "snapshot"] as const).map((kind) =>
      clip.evidence.find((one) => one.kind === kind),
    );
    expect(snapshot?.maskedParts).toBe(3);
    expect(crop?.masks).toHaveLength(3);
    expect(screenshot?.masks.length).toBeGreaterThan(3);
    const checks = await verified(id, clip, files);
    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ["signature", true],
      ["complaint", true],
      ["clip", true],
      ["files", true],
    ]);
  });
});

describe("a post among others", () => {
  it("is offered to go without what the screenshot shows beside it, and nothing else is hidden", async () => {
    const page = await scene.browser.context.newPage();
    await page.goto(scene.pages.url("/"));
    await clipFromMenu(scene.browser, page, await selectText(page, "#complaint"));
    await until("the evidence", async () => {
      const found = await newestDraft(scene.browser);
      return found?.files.some(({ id }) => id === "crop") ? found : null;
    });
    await page.close();
    const panel = await openSidePanel(scene.browser);
    const evidence = panel.page.locator(".evidence");
    const hide = evidence.getByLabel(sayEvidence("ru", "beside.hide"));
    await hide.waitFor();
    expect(await evidence.getByText(sayEvidence("ru", "others.none")).count()).toBe(0);
    const blackened = evidence.locator(".mask.hidden");
    await hide.check();
    await until("black beside the post", async () => (await blackened.count()) > 0);
    expect(await barriersByDayAndNight(panel.page)).toEqual([]);
    await hide.uncheck();
    await until("all shown again", async () => (await blackened.count()) === 0);
    await hide.check();
    await panel.send();
    await panel.page.getByText(sayDraft("ru", "sent.registered")).waitFor();
    await panel.close();
    const [row] = await scene.server.db.$client<{ clip: Clip }[]>`
      SELECT clip FROM complaints WHERE org_id = ${scene.organisation.id} ORDER BY ordinal DESC LIMIT 1`;
    const kinds = Object.fromEntries(row?.clip.evidence.map((one) => [one.kind, one]) ?? []);
    const { region, masks = [] } = kinds.screenshot ?? {};
    expect(masks.length).toBeGreaterThan(0);
    // Nothing of the post itself is covered.
    for (const mask of masks) {
      const isBeside =
        region &&
        (mask.x + mask.width <= region.x ||
          mask.x >= region.x + region.width ||
          mask.y + mask.height <= region.y ||
          mask.y >= region.y + region.height);
      expect(isBeside).toBe(true);
    }
    expect(kinds.crop?.masks).toEqual([]);
    expect(kinds.snapshot?.maskedParts ?? 0).toBe(0);
  });
});

describe("posts that are added later", () => {
  it("have a snapshot of their own, which is registered and stands in the signed list", async () => {
    const { browser } = scene;
    const page = await browser.context.newPage();
    await page.goto(scene.pages.url("/"));
    await clipFromMenu(browser, page, await selectText(page, "#complaint"));
    const [first] = await until("the evidence", async () => {
      const found = await newestDraft(browser);
      return found?.files.some(({ id }) => id === "crop") ? draftsIn(browser) : null;
    });
    const worker = await browser.worker();
    const tabId = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0]?.id);
    const own = await browser.openOwnPage("options.html");
    const order = { type: "pick-on-tab", tabId, draftId: first?.id };
    await own.evaluate((message) => chrome.runtime.sendMessage(message).catch(() => null), order);
    await own.close();
    await page.bringToFront();
    await pickerIsOpen(page);
    for (const key of ["ArrowDown", "Space", "ArrowDown", "Space", "Enter"]) await page.keyboard.press(key);
    const draft = await until("the second snapshot", async () => {
      const found = await newestDraft(browser);
      return found?.files.some(({ id }) => id === "snapshot-2") ? found : null;
    });
    await page.close();
    const words = fileOf(draft, "snapshot-2").bytes.toString("utf8");
    expect(words).toMatch(/бросил трубку/);
    expect(words).toMatch(/Charged twice/);
    expect(draft.notes).not.toContain("added-in-words");
    const panel = await openSidePanel(browser);
    await panel.page.getByText(sayEvidence("ru", "kind.snapshotAdded")).waitFor();
    expect(await barriersByDayAndNight(panel.page)).toEqual([]);
    await panel.page.setViewportSize({ width: 320, height: 800 });
    expect(await overhangOf(panel.page)).toBeLessThanOrEqual(0);
    await panel.send();
    await panel.page.getByText(sayDraft("ru", "sent.registered")).waitFor();
    await panel.close();
    const { id, clip } = await registeredWithFiles();
    expect(clip.evidence.filter(({ kind }) => kind === "snapshot")).toHaveLength(2);
    const files = await Promise.all(clip.evidence.map(({ sha256 }) => storedBytes(sha256)));
    const checks = await verified(id, clip, files);
    expect(checks.map(({ ok }) => ok)).toEqual(Array(4).fill(true));
  });
});

/** The newest complaint, once the bytes of all its evidence have come. */
function registeredWithFiles(): Promise<{ readonly id: string; readonly clip: Clip }> {
  return until("the files", async () => {
    const [row] = await scene.server.db.$client<{ id: string; clip: Clip; stored: number }[]>`
      SELECT c.id, c.clip, (SELECT count(*)::int FROM evidence e JOIN files f
        ON f.org_id = e.org_id AND f.sha256 = e.sha256 WHERE e.complaint_id = c.id) AS stored
      FROM complaints c WHERE c.org_id = ${scene.organisation.id} ORDER BY ordinal DESC LIMIT 1`;
    return row !== undefined && row.stored === row.clip.evidence.length ? row : null;
  });
}

async function verified(id: string, clip: Clip, files: readonly Buffer[]) {
  const { proof } = clip;
  if (proof === undefined) throw new Error("not signed");
  const evidence = files.map((bytes) => ({
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  }));
  return verifyProof({ id, clip, evidence, proof }, crypto.subtle);
}

async function storedBytes(sha256: string): Promise<Buffer> {
  const answer = await fetch(`${scene.server.url}/api/evidence/${sha256}`, {
    headers: { authorization: `Bearer ${scene.device.token}` },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe("on a dense screen", () => {
  let dense: ExtensionBrowser;
  beforeAll(async () => {
    dense = await launchChromium({ density: 2 });
  });
  afterAll(() => dense?.close());

  it("the post alone is cut out of the screenshot at once, in device pixels", async () => {
    const page = await dense.context.newPage();
    await page.goto(scene.pages.url("/"));
    await clipFromMenu(dense, page, await selectText(page, "#complaint"));
    const draft = await until("the evidence", async () => {
      const found = await newestDraft(dense);
      return found?.files.some(({ id }) => id === "crop") ? found : null;
    });
    const post = await page.locator("#post-1").boundingBox();
    const { picture } = fileOf(draft, "crop");
    expect(draft.screenshot).toMatchObject({ width: 2000, height: 1520 });
    expect(picture).toMatchObject({ scale: 2, width: 2 * (post?.width ?? 0) });
    expect(Math.abs((picture?.height ?? 0) - 2 * (post?.height ?? 0))).toBeLessThanOrEqual(1);
    expect(draft.notes).toEqual([]);
    await page.close();
  });
});

/** Runs in the page: how many pixels have the header's green, and the colour in the middle of the lowest row. */
async function coloursOf(address: string): Promise<{ header: number; lowest: number[] }> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0);
  const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
  let header = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === 0 && data[at + 1] === 0xa8 && data[at + 2] === 0x6b) header += 1;
  }
  const last = ((image.height - 1) * image.width + image.width / 2) * 4;
  return { header, lowest: [...data.slice(last, last + 3)] };
}
