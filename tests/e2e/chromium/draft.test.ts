import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayShell } from "../../../extension/messages/shell/index";
import { clipFromMenu } from "../../support/clip-gesture";
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

async function clip(): Promise<void> {
  const page = await scene.browser.context.newPage();
  await page.goto(scene.pages.url("/"));
  await clipFromMenu(scene.browser, page);
  await page.close();
}

async function narratives(): Promise<string[]> {
  const rows = await scene.server.db.$client<{ narrative: string }[]>`
    SELECT clip ->> 'narrative' AS narrative FROM complaints
    WHERE org_id = ${scene.organisation.id} ORDER BY ordinal`;
  return rows.map(({ narrative }) => narrative);
}

describe("a draft", () => {
  const typed = "Исправлено оператором и не отправлено.";

  it("keeps what was typed when its page is closed, the worker dies and the browser starts anew", async () => {
    await clip();
    const before = await openSidePanel(scene.browser);
    await before.field("narrative").fill(typed);
    await before.close();
    await scene.browser.killWorker();
    scene.browser = await scene.browser.restart();
    const after = await openSidePanel(scene.browser);
    await until("the draft to be there", async () => (await after.field("narrative").inputValue()) === typed);
    expect(await narratives()).toEqual([]);
    await after.send();
    await until("the draft to be registered", async () => (await narratives()).length === 1);
    expect(await narratives()).toEqual([typed]);
    await after.close();
  });
});

describe("a clip that the server does not accept", () => {
  it("is parked with its reason, holds up nothing, and goes when it is corrected", async () => {
    const { server, organisation, browser } = scene;
    const gone = organisation.topics[1];
    await clip();
    const panel = await openSidePanel(browser);
    await panel.field("narrative").fill("С темой, которой уже нет.");
    await panel.field("topic").selectOption({ label: gone?.name ?? "" });
    await server.db
      .$client`DELETE FROM topics WHERE org_id = ${organisation.id} AND id = ${gone?.id ?? null}`;
    await panel.send();
    const strip = panel.page.getByRole("region", { name: sayShell("ru", "outbox.title") });
    await strip.getByRole("button", { name: sayShell("ru", "outbox.correct") }).waitFor();
    await until("the badge to ask for attention", async () => (await browser.badge()).text.endsWith("!"));
    await panel.close();

    await clip();
    const second = await openSidePanel(browser);
    await second.field("narrative").fill("Следующая вырезка.");
    await second.send();
    await until("the next clip to pass it", async () => (await narratives()).includes("Следующая вырезка."));
    await second.close();

    const third = await openSidePanel(browser);
    await third.page.getByRole("button", { name: sayShell("ru", "outbox.correct") }).click();
    await until(
      "the parked clip to be a draft again",
      async () => (await third.field("narrative").inputValue()) === "С темой, которой уже нет.",
    );
    await third.field("topic").selectOption("");
    await third.send();
    await until("the corrected clip to be registered", async () =>
      (await narratives()).includes("С темой, которой уже нет."),
    );
    expect(new Set(await narratives()).size).toBe((await narratives()).length);
    await third.close();
  });
});
