import { afterAll, beforeAll, expect, it } from "vitest";
import { OUTBOX_ALARM } from "../../../extension/outbox/outbox-alarm";
import { clipFromMenu, passTime } from "../../support/clip-gesture";
import { type Scene, setScene } from "../../support/scene";
import { openSidePanel } from "../../support/side-panel";
import { until } from "../../support/until";

let scene: Scene;

beforeAll(async () => {
  scene = await setScene();
});

afterAll(async () => {
  await scene?.close();
});

const TEXTS = ["Первая жалоба без сети.", "Вторая жалоба без сети.", "Третья жалоба без сети."];

it("registers three clips made without a server, in order and once, though worker and browser died meanwhile", async () => {
  const { server, pages, organisation } = scene;
  await server.stop();

  for (const [index, text] of TEXTS.entries()) {
    const page = await scene.browser.context.newPage();
    await page.goto(pages.url("/"));
    await clipFromMenu(scene.browser, page);
    const panel = await openSidePanel(scene.browser);
    await panel.field("narrative").fill(text);
    await panel.send();
    await panel.queued();
    await panel.close();
    await page.close();
    if (index < 2) await scene.browser.killWorker();
  }
  await until("the badge to say that something waits", async () =>
    (await scene.browser.badge()).text.endsWith("!"),
  );

  scene.browser = await scene.browser.restart();
  await server.start();
  // The next attempt is up to half a minute away by now; what comes then is what is tried.
  await passTime(scene.browser, 60_000, OUTBOX_ALARM);
  const rows = await until("three complaints", async () => {
    const found = await server.db.$client`
      SELECT ordinal, clip ->> 'narrative' AS narrative FROM complaints
      WHERE org_id = ${organisation.id} ORDER BY ordinal`;
    return found.length >= 3 ? found : null;
  });
  expect([...rows]).toEqual(TEXTS.map((narrative, index) => ({ ordinal: index + 1, narrative })));

  await until("nothing to wait any more", async () => !(await scene.browser.badge()).text.includes("!"));
  const [counter] = await server.db.$client`
    SELECT last_ordinal, (SELECT count(*)::int FROM complaints WHERE org_id = ${organisation.id}) AS complaints
    FROM number_counters WHERE org_id = ${organisation.id} AND series = 'incoming'`;
  expect(counter).toEqual({ last_ordinal: 3, complaints: 3 });
});
