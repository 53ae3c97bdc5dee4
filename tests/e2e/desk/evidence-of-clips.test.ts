import { createHash } from "node:crypto";
import type { Evidence } from "@otklik/shared/complaint/clip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayProof } from "../../../server/web/messages/proof/index";
import { addClipOver } from "../../support/add-clip-over";
import { barriersByDayAndNight } from "../../support/axe";
import { type DeskBrowser, openDeskBrowser } from "../../support/desk-browser";
import { makeDevice, makeOrganisation, makePerson } from "../../support/organisation";
import { overhangOf } from "../../support/overhang";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { makeSigner } from "../../support/signed-complaint";

let server: ServerProcess;
let browser: DeskBrowser;

beforeAll(async () => {
  server = await startServer();
  browser = await openDeskBrowser(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const file = (kind: Evidence["kind"], words: string): Evidence => ({
  kind,
  mediaType: kind === "snapshot" ? "text/html" : "image/png",
  bytes: words.length,
  sha256: createHash("sha256").update(words).digest("hex"),
  region: null,
  masks: [],
});

describe.each(["ru", "en"] as const)("the evidence of a complaint of two clips: %s", (locale) => {
  it("stands apart by clip, tells files of one kind from each other, and its check calls them the same and awaits them", async () => {
    const organisation = await makeOrganisation(server.db, { locale });
    const person = await makePerson(server.db, organisation, { roles: ["admin"] });
    const device = await makeDevice(server.db, person);
    const own = [file("snapshot", `first ${locale}`), file("crop", "crop"), file("snapshot", "second")];
    const complaint = await (await makeSigner())(sampleComplaint({ clip: { evidence: own } }));
    await registerOver(server, device, complaint);
    await addClipOver(server, person, complaint.id, { evidence: [file("snapshot", "third")] });

    const { page, context } = await browser.visit({ locale, colorScheme: "light" }, person);
    await page.goto(`/complaints/${complaint.id}`);
    const snapshot = sayProof(locale, "kind.snapshot");
    const [first, second] = [1, 2].map((place) =>
      sayProof(locale, "kind.placeIn", { kind: snapshot, place, count: 2 }),
    );
    const names = page.locator(".evidence :is(h3, h4)");
    await expect
      .poll(() => names.allInnerTexts())
      .toEqual([first, sayProof(locale, "kind.crop"), second, snapshot]);
    expect(await page.locator(".evidence-of-clip :is(h3, h4)").allInnerTexts()).toEqual([
      expect.stringContaining(person.name),
      snapshot,
    ]);
    expect(await page.locator(".added-clips").innerText()).toContain("Поддержка молчит вторую неделю.");

    await page.getByRole("button", { name: sayProof(locale, "verify"), exact: true }).click();
    const findings = page.locator(".proof-clip").first().locator(".findings");
    for (const name of [first, second]) {
      await expect.poll(() => findings.innerText()).toContain(`${name}: ${sayProof(locale, "file.awaited")}`);
    }
    expect(await page.locator(".proof-overall").innerText()).toContain(
      sayProof(locale, "overall.incomplete", { incomplete: 2, total: 2 }),
    );
    expect(await page.locator(".proof-report").first().innerText()).toContain(
      sayProof(locale, "verdict.incomplete"),
    );
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overhangOf(page)).toBeLessThanOrEqual(0);
    }
    expect(await barriersByDayAndNight(page)).toEqual([]);
    await context.close();
  });
});
