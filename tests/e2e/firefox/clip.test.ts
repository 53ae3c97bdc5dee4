import type { Clip } from "@otklik/shared/complaint/clip";
import { verifyProof } from "@otklik/shared/proof/verify-proof";
import { afterAll, beforeAll, expect, it } from "vitest";
import { daytimeZone } from "../../support/daytime-zone";
import { type FirefoxBrowser, launchFirefox } from "../../support/firefox";
import { chooseClip, openBehind, openMenuOnSelection, press, typeInto } from "../../support/firefox-gesture";
import { openAll } from "../../support/open-all";
import { makeDevice, makeOrganisation, makePerson, type TestOrganisation } from "../../support/organisation";
import { type SamplePages, servePages } from "../../support/sample-pages";
import { type ServerProcess, startServer } from "../../support/server-process";
import { until } from "../../support/until";

const NARRATIVE = "Исправлено в Firefox.";

let server: ServerProcess;
let pages: SamplePages;
let browser: FirefoxBrowser;
let organisation: TestOrganisation;

beforeAll(async () => {
  [server, pages, browser] = await openAll<[ServerProcess, SamplePages, FirefoxBrowser]>([
    startServer(),
    servePages(),
    launchFirefox(),
  ]);
  organisation = await makeOrganisation(server.db, { zone: daytimeZone(new Date()) });
  const person = await makePerson(server.db, organisation);
  const device = await makeDevice(server.db, person, { origin: browser.origin });
  await browser.goTo(browser.pageUrl("options.html"));
  await browser.driver.inPage(
    async (stored) => {
      await chrome.storage.local.set(JSON.parse(stored));
      await chrome.runtime.sendMessage({ type: "refresh" });
    },
    JSON.stringify({
      settings: { locale: "ru", serverUrl: server.url },
      connection: {
        origin: server.url,
        token: device.token,
        deviceId: device.id,
        pairedAt: new Date().toISOString(),
        rejectedAt: null,
      },
    }),
  );
});

afterAll(async () => {
  await browser?.close();
  await pages?.close();
  await server?.close();
});

it("clips the selected post from the real context menu, corrects it and registers it with its screenshot", async () => {
  await browser.goTo(pages.url("/@sinitsa/110001"));
  await openMenuOnSelection(browser, "#complaint");
  await chooseClip(browser);

  await openBehind(browser, browser.pageUrl("sidepanel.html"));
  await until("the clip to be captured", () =>
    browser.driver.inPage(() => document.querySelector("form.draft img") !== null),
  );
  await typeInto(browser, "#narrative", NARRATIVE);
  await press(browser, "form.draft button[type=submit]");

  const row = await until("the complaint with its screenshot", async () => {
    const rows = await server.db.$client`
      SELECT c.ordinal, c.clip, e.bytes FROM complaints c
      JOIN evidence e ON e.org_id = c.org_id AND e.complaint_id = c.id AND e.kind = 'screenshot'
      JOIN files f ON f.org_id = e.org_id AND f.sha256 = e.sha256 AND f.bytes = e.bytes
      WHERE c.org_id = ${organisation.id}`;
    return rows[0];
  });
  expect(row).toMatchObject({
    ordinal: 1,
    clip: {
      narrative: NARRATIVE,
      author: { name: "Варвара Синицына", handle: "@sinitsa@forum.test" },
      permalink: pages.url("/@sinitsa/110001"),
      adapter: "mastodon",
      sources: { narrative: "agent", author: "adapter" },
    },
  });
});

it("sends the snapshot and the picture of the post alone with it, signed", async () => {
  const { id, clip } = await until("the files", async () => {
    const [row] = await server.db.$client<{ id: string; clip: Clip; stored: number }[]>`
      SELECT c.id, c.clip, (SELECT count(*)::int FROM evidence e JOIN files f
        ON f.org_id = e.org_id AND f.sha256 = e.sha256 WHERE e.complaint_id = c.id) AS stored
      FROM complaints c WHERE c.org_id = ${organisation.id}`;
    return row !== undefined && row.stored === row.clip.evidence.length ? row : null;
  });
  expect(clip.evidence.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["screenshot", "crop", "snapshot"]),
  );
  const { proof, evidence } = clip;
  if (proof === undefined) throw new Error("not signed");
  const checks = await verifyProof({ id, clip, evidence, proof }, crypto.subtle);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

it("counts it on the toolbar", async () => {
  const text = await until("the badge to read 1", async () => {
    const shown = await browser.driver.inPage(() => chrome.action.getBadgeText({}));
    return shown === "" ? null : shown;
  });
  expect(text).toBe("1");
});
