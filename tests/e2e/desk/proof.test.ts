import { createHash } from "node:crypto";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Evidence } from "@otklik/shared/complaint/clip";
import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import { unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayProof } from "../../../server/web/messages/proof/index";
import { addClipOver } from "../../support/add-clip-over";
import { barriersByDayAndNight, barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson, type TestPerson } from "../../support/organisation";
import { overhangOf } from "../../support/overhang";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { makeSigner } from "../../support/signed-complaint";

const PICTURE = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);
const SNAPSHOT = new Uint8Array(
  Buffer.from(
    "<!doctype html><meta charset=utf-8><p style='color:#123456'>Посылка не пришла.</p><script>top.x=1</script>",
  ),
);

let server: ServerProcess;
let browser: DeskBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "otklik-proof-"));
  server = await startServer();
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const evidenceOf = (
  bytes: Uint8Array,
  kind: Evidence["kind"],
  mediaType: Evidence["mediaType"],
): Evidence => ({ kind, mediaType, bytes: bytes.length, sha256: hashOf(bytes), region: null, masks: [] });

/** A signed complaint with a picture and a snapshot, whose bytes have come. */
async function makeProved(person: TestPerson): Promise<string> {
  const device = await makeDevice(server.db, person);
  const files = [
    [PICTURE, evidenceOf(PICTURE, "crop", "image/png")],
    [SNAPSHOT, { ...evidenceOf(SNAPSHOT, "snapshot", "text/html"), maskedParts: 2 }],
  ] as const;
  const evidence = files.map(([, file]) => file);
  const complaint = await (await makeSigner())(
    sampleComplaint({ clip: { evidence, sources: { narrative: "agent", author: "adapter" } } }),
  );
  await registerOver(server, device, complaint);
  for (const [bytes, { sha256, mediaType }] of files) {
    const answer = await fetch(`${server.url}/api/evidence/${sha256}`, {
      method: "PUT",
      headers: { ...device.headers, "content-type": mediaType },
      body: bytes,
    });
    expect(answer.status).toBe(201);
  }
  return complaint.id;
}

const addProved = (person: TestPerson, complaintId: string) =>
  addClipOver(server, person, complaintId, { narrative: "Курьер так и не приехал." });

/** What the agent typed and hid is told, and since when each file has been there. */
function expectHonest(text: string, locale: Locale): void {
  expect(text).toContain(sayProof(locale, "not.byHand", { fields: sayProof(locale, "field.narrative") }));
  expect(text).toContain(sayProof(locale, "not.masked", { count: 2 }));
  const files = text.slice(text.lastIndexOf(sayProof(locale, "check.receipt.ok")));
  expect(files.split(sayProof(locale, "file.arrived", { when: "" }))).toHaveLength(3);
}

async function verifyAtDesk(page: Page, locale: Locale): Promise<string> {
  await page.getByRole("button", { name: sayProof(locale, "verify"), exact: true }).click();
  const report = page.locator(".proof-report").first();
  await report.waitFor();
  return report.innerText();
}

describe.each(LOOKS)("the proof at the desk: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let person: TestPerson;
  let id: string;

  beforeAll(async () => {
    person = await makePerson(server.db, await makeOrganisation(server.db, { locale }), { roles: ["admin"] });
    id = await makeProved(person);
  });

  it("is checked in the browser, and nobody is kept out, wide and narrow", async () => {
    const { page, context } = await browser.visit(look, person);
    await page.goto(`/complaints/${id}`);
    const text = await verifyAtDesk(page, locale);
    expect(text).toContain(sayProof(locale, "verdict.whole"));
    expect(text).toContain(sayProof(locale, "check.receipt.ok"));
    expect(text).toContain(sayProof(locale, "not.author"));
    expect(text).toContain("(Europe/Moscow, UTC+3)");
    expectHonest(text, locale);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await barriersOn(page)).toEqual([]);
      expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});

describe("a changed file", () => {
  let person: TestPerson;
  let id: string;

  beforeAll(async () => {
    person = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["admin"] });
    id = await makeProved(person);
  });

  it("is named at the desk, and the others are not", async () => {
    const sha256 = hashOf(PICTURE);
    const place = path.join(server.dataDir, "files", person.organisation.id, sha256.slice(0, 2), sha256);
    const spoilt = await readFile(place);
    await writeFile(place, Uint8Array.from(spoilt).fill(1, 60, 61));
    const { page, context } = await browser.visit(undefined, person);
    await page.goto(`/complaints/${id}`);
    const text = await verifyAtDesk(page, "ru");
    expect(text).toContain(sayProof("ru", "verdict.broken"));
    expect(text).not.toContain(sayProof("ru", "proves.unchanged"));
    expect(await page.locator(".findings .bad").allInnerTexts()).toEqual([
      `✕ ${sayProof("ru", "kind.crop")}: ${sayProof("ru", "file.changed")} ${sha256.slice(0, 12)}…`,
    ]);
    await writeFile(place, spoilt);
    await context.close();
  });

  it("is named as missing when it is lost, and not as trouble of the connection", async () => {
    const sha256 = hashOf(PICTURE);
    const place = path.join(server.dataDir, "files", person.organisation.id, sha256.slice(0, 2), sha256);
    await rename(place, `${place}.away`);
    const { page, context } = await browser.visit(undefined, person);
    await page.goto(`/complaints/${id}`);
    expect(await verifyAtDesk(page, "ru")).toContain(sayProof("ru", "verdict.broken"));
    expect(await page.locator(".findings .bad").allInnerTexts()).toEqual([
      `✕ ${sayProof("ru", "kind.crop")}: ${sayProof("ru", "file.missing")} ${sha256.slice(0, 12)}…`,
    ]);
    await rename(`${place}.away`, place);
    await context.close();
  });

  it("shows the snapshot in a frame that runs nothing, and to nobody who opens its address", async () => {
    const { page, context } = await browser.visit(undefined, person);
    await page.goto(`/complaints/${id}`);
    const frame = page.frameLocator("iframe.snapshot");
    await frame.getByText("Посылка не пришла.").waitFor();
    expect(await frame.locator("p").evaluate((p) => getComputedStyle(p).color)).toBe("rgb(18, 52, 86)");
    expect(await page.evaluate(() => "x" in window)).toBe(false);
    const opened = await page.goto(`/api/evidence/${hashOf(SNAPSHOT)}/view`);
    expect(opened?.status()).toBe(404);
    await context.close();
  });

  it("of two clips is told under its own, after what both come to", async () => {
    await addProved(person, id);
    const { page, context } = await browser.visit(undefined, person);
    await page.goto(`/complaints/${id}`);
    await verifyAtDesk(page, "ru");
    expect(await page.locator(".proof-overall").innerText()).toContain(
      sayProof("ru", "overall.whole", { total: 2 }),
    );
    expect(await page.locator(".proof-clip h3").allInnerTexts()).toEqual([
      expect.stringMatching(/^№\s\d{4}-\d+, вырезка 1 из 2\. Вырезка, с которой/),
      expect.stringMatching(/^№\s\d{4}-\d+, вырезка 2 из 2\. Добавлена .*\(Europe\/Moscow, UTC\+3\)$/),
    ]);
    await context.close();
  });
});

describe("the page that checks without the register", () => {
  let zip: Buffer;
  let zipOfTwo: Buffer;
  let numbered: string;
  let address: string;

  beforeAll(async () => {
    const person = await makePerson(server.db, await makeOrganisation(server.db), { roles: ["admin"] });
    const id = await makeProved(person);
    const { page, context } = await browser.visit(undefined, person);
    await page.goto(`/complaints/${id}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: sayProof("ru", "download") }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^otklik-\d{4}-\d{6}\.zip$/);
    zip = Buffer.concat(await (await download.createReadStream()).toArray());
    numbered = sayComplaint("ru", "number", { number: download.suggestedFilename().slice(7, -4) });
    await addProved(person, id);
    const answer = await page.request.get(`/api/complaints/${id}/proof.zip`);
    zipOfTwo = await answer.body();
    await context.close();
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(
      [
        "verify.html",
        ...["clip.json", "files.json", "manifest.json", "proof.json", "receipt.json"].map(
          (name) => `clip-1/${name}`,
        ),
        `clip-1/evidence/${hashOf(PICTURE)}.png`,
        `clip-1/evidence/${hashOf(SNAPSHOT)}.html`,
      ].sort(),
    );
    const file = path.join(folder, "verify.html");
    await writeFile(file, files["verify.html"] ?? "");
    address = pathToFileURL(file).href;
  });

  /** Opens it from the folder, as a double click does, where no network is. */
  async function check(given: Uint8Array, look = LOOKS[0]) {
    const { page, context } = await browser.visit(look);
    await context.setOffline(true);
    await page.goto(address);
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "otklik.zip", mimeType: "application/zip", buffer: Buffer.from(given) });
    await page.locator(".proof-report, [role=status] > p").first().waitFor();
    return { page, text: await page.locator("main").innerText(), close: () => context.close() };
  }

  it.each(LOOKS)("finds all as it was signed: $locale, $colorScheme", async (look) => {
    const { text, page, close } = await check(zip, look);
    expect(text).toContain(sayProof(look.locale, "verdict.whole"));
    expect(text).toContain("Посылка не пришла.");
    expect(text).toMatch(/\d\d:\d\d UTC/);
    for (const kind of ["crop", "snapshot"] as const) {
      expect(text).toContain(
        `${sayProof(look.locale, `kind.${kind}`)}: ${sayProof(look.locale, "file.same")}`,
      );
    }
    expectHonest(text, look.locale);
    expect(text).toContain(`${sayProof(look.locale, "page.words")}, ${sayProof(look.locale, "page.byHand")}`);
    expect(await barriersOn(page)).toEqual([]);
    await close();
  });

  it.each(LOOKS)("vouches for nothing without a receipt: $locale, $colorScheme", async (look) => {
    const { text, page, close } = await check(
      changed("clip-1/receipt.json", () => null),
      look,
    );
    expect(text).toContain(sayProof(look.locale, "verdict.unvouched"));
    expect(text).toContain(sayProof(look.locale, "proves.unvouched"));
    expect(text).not.toContain(sayProof(look.locale, "proves.unchanged"));
    expect(await page.locator(".proof-report.unvouched").count()).toBe(1);
    expect(await barriersByDayAndNight(page)).toEqual([]);
    await close();
  });

  const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array | null, from = zip) => {
    const files = unzipSync(from);
    const next = change(files[name] ?? new Uint8Array());
    delete files[name];
    return zipSync({ ...files, ...(next !== null && { [name]: next }) });
  };
  const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 20 ? byte ^ 1 : byte));

  it.each<[string, string, (bytes: Uint8Array) => Uint8Array | null, string]>([
    ["a changed picture", `clip-1/evidence/${hashOf(PICTURE)}.png`, flip, sayProof("ru", "file.changed")],
    ["changed fields", "clip-1/clip.json", flip, sayProof("ru", "file.changed")],
    [
      "a missing file",
      `clip-1/evidence/${hashOf(SNAPSHOT)}.html`,
      () => null,
      sayProof("ru", "file.missing"),
    ],
    ["a file put in", "clip-1/evidence/more.png", () => PICTURE, sayProof("ru", "file.added")],
    [
      "a receipt of another day",
      "clip-1/receipt.json",
      (bytes) =>
        Buffer.from(
          Buffer.from(bytes)
            .toString()
            .replace(/"registeredAt":"\d{4}/, '"registeredAt":"2019'),
        ),
      sayProof("ru", "check.receipt.failed"),
    ],
  ])("names %s", async (_what, name, change, words) => {
    const { text, page, close } = await check(changed(name, change));
    expect(text).toContain(sayProof("ru", "verdict.broken"));
    expect(await page.locator(".findings .bad").allInnerTexts()).toEqual([expect.stringContaining(words)]);
    expect(text.includes(sayProof("ru", "page.words"))).toBe(name !== "clip-1/clip.json");
    expect(text.includes(sayProof("ru", "page.forged"))).toBe(name === "clip-1/clip.json");
    await close();
  });

  it.each<[string, string, (bytes: Uint8Array) => Uint8Array | null, string, string[]]>([
    [
      "all as it was signed",
      "",
      () => null,
      sayProof("ru", "overall.whole", { total: 2 }),
      [sayProof("ru", "verdict.whole"), sayProof("ru", "verdict.whole")],
    ],
    [
      "words put into the second",
      "clip-2/clip.json",
      (bytes) => Buffer.from(Buffer.from(bytes).toString().replace("так и не приехал", "нагрубил")),
      sayProof("ru", "overall.broken", { differing: 1, total: 2 }),
      [sayProof("ru", "verdict.whole"), sayProof("ru", "verdict.broken")],
    ],
    [
      "the second without its proof",
      "clip-2/proof.json",
      () => null,
      sayProof("ru", "overall.unsigned", { unsigned: 1, total: 2 }),
      [sayProof("ru", "verdict.whole"), sayProof("ru", "page.unproved")],
    ],
  ])(
    "tells of two clips together, then of each under its heading: %s",
    async (_what, name, change, all, each) => {
      const { text, page, close } = await check(changed(name, change, zipOfTwo));
      expect(await page.locator("[role=status] > :first-child").innerText()).toContain(all);
      const parts = page.locator("section");
      for (const [at, verdict] of each.entries()) {
        const part = parts.nth(at);
        const placed = { place: at + 1, count: 2 };
        const isReceived = (await part.locator(".proof-report").count()) > 0;
        expect(await part.getByRole("heading").innerText()).toBe(
          isReceived
            ? sayProof("ru", "clip.placeIn", { number: numbered, ...placed })
            : sayProof("ru", "clip.place", placed),
        );
        expect(await part.innerText()).toContain(verdict);
      }
      expect(text).not.toContain("нагрубил");
      expect(text.includes("Поддержка молчит вторую неделю.")).toBe(name === "");
      expect(await barriersByDayAndNight(page)).toEqual([]);
      await close();
    },
  );

  it("says what is not a proof", async () => {
    const { text, close } = await check(zipSync({ "a.txt": new Uint8Array([1]) }));
    expect(text).toContain(sayProof("ru", "page.nothing"));
    await close();
  });

  it("checks the files out of their folder", async () => {
    const files = unzipSync(zip);
    const { page, context } = await browser.visit();
    await page.goto(address);
    const given = Object.entries(files)
      .filter(([name]) => name.startsWith("clip-1/"))
      .map(([name, bytes]) => ({
        name: path.basename(name),
        mimeType: "application/octet-stream",
        buffer: Buffer.from(bytes),
      }));
    await page.locator("input[type=file]").first().setInputFiles(given);
    await page.locator(".proof-report").waitFor();
    expect(await page.locator("main").innerText()).toContain(sayProof("ru", "verdict.whole"));
    await context.close();
  });
});
