import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { clipFromMenu, passTime, selectText } from "../../support/clip-gesture";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

/*
 * The main job in one line, each step upon the one before: from a post on a page to a numbered
 * complaint with its evidence and a count on the toolbar, which turns by itself.
 */

const OVERDUE = [0xb3, 0x26, 0x1e, 255];
const NARRATIVE = "Посылка не пришла за три недели, поддержка молчит.\nЗаказ 4815.";

let scene: Scene;
let complaintId = "";

beforeAll(async () => {
  scene = await setScene();
});

afterAll(async () => {
  await scene?.close();
});

it("registers the selected post, as corrected by the agent, under the first number", async () => {
  const { browser, pages, server, organisation } = scene;
  const page = await browser.context.newPage();
  await page.goto(pages.url("/@sinitsa/110001"));
  await clipFromMenu(browser, page, await selectText(page, "#complaint"));

  const panel = await openSidePanel(browser);
  await panel.field("narrative").fill(NARRATIVE);
  await panel.field("kind").selectOption("claim");
  await panel.field("topic").selectOption({ label: organisation.topics[0]?.name ?? "" });
  await panel.send();
  const year = new Intl.DateTimeFormat("en", { timeZone: organisation.zone, year: "numeric" }).format();
  await panel.registered(`${year}-000001`);
  await panel.close();

  const rows = await server.db.$client`
    SELECT id, ordinal, kind, topic_id, channel, clip FROM complaints WHERE org_id = ${organisation.id}`;
  expect(rows).toHaveLength(1);
  complaintId = rows[0]?.id;
  expect(rows[0]).toMatchObject({
    ordinal: 1,
    kind: "claim",
    topic_id: organisation.topics[0]?.id,
    channel: "social",
    clip: {
      narrative: NARRATIVE,
      author: {
        name: "Варвара Синицына",
        handle: "@sinitsa@forum.test",
        profileUrl: pages.url("/@sinitsa"),
      },
      permalink: pages.url("/@sinitsa/110001"),
      postedAt: { precision: "exact" },
      page: { url: pages.url("/@sinitsa/110001") },
      adapter: "mastodon",
      sources: { narrative: "agent", author: "adapter" },
    },
  });
});

it("stores the very screenshot that the evidence names by its SHA-256, with the post's place on it", async () => {
  const { server, organisation, device } = scene;
  const [named] = await until("the evidence to be stored", async () => {
    const rows = await server.db.$client`
      SELECT encode(e.sha256, 'hex') AS sha256, e.bytes, e.region, f.stored_at FROM evidence e
      JOIN files f ON f.org_id = e.org_id AND f.sha256 = e.sha256
      WHERE e.org_id = ${organisation.id} AND e.complaint_id = ${complaintId} AND e.kind = 'screenshot'`;
    return rows.length === 1 ? rows : null;
  });
  const answer = await fetch(`${server.url}/api/evidence/${named?.sha256}`, {
    headers: device.headers,
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(named?.sha256);
  expect(bytes.length).toBe(named?.bytes);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(named?.region).toMatchObject({ x: expect.any(Number), width: expect.any(Number) });
});

it("counts it on the toolbar", async () => {
  const badge = await until("the badge to read 1", async () => {
    const shown = await scene.browser.badge();
    return shown.text === "1" ? shown : null;
  });
  expect(badge.colour).not.toEqual(OVERDUE);
});

it("turns red at the minute its due date passes, with no network", async () => {
  await scene.server.stop();
  const HOUR = 3_600_000;
  await passTime(scene.browser, HOUR - 60_000, "badge-turn");
  expect((await scene.browser.badge()).colour).not.toEqual(OVERDUE);
  await passTime(scene.browser, 61_000, "badge-turn");
  const badge = await until("the badge to turn", async () => {
    const shown = await scene.browser.badge();
    return shown.colour.join() === OVERDUE.join() ? shown : null;
  });
  expect(badge.text).toBe("1");
});
