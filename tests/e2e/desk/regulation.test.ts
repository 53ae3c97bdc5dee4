import type { TimeLimit } from "@otklik/shared/deadline/regulation/regulation";
import { ruDefault } from "@otklik/shared/deadline/regulation/ru-default";
import { sayDueWord } from "@otklik/shared/messages/due-words/index";
import type { Locale } from "@otklik/shared/people/locale";
import { eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { regulationDrafts } from "../../../server/src/db/schema";
import { sayKeyboard } from "../../../server/web/messages/keyboard/index";
import { sayRegulation } from "../../../server/web/messages/regulation/index";
import { saySettings } from "../../../server/web/messages/settings/index";
import { sayRuleName } from "../../../server/web/settings/regulation/say-rule";
import { sayVersion } from "../../../server/web/settings/regulation/say-version";
import { barriersOn } from "../../support/axe";
import { type DeskBrowser, LOOKS, openDeskBrowser } from "../../support/desk-browser";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  type TestDevice,
  type TestOrganisation,
  type TestPerson,
} from "../../support/organisation";
import { registerOver } from "../../support/register-over";
import { sampleComplaint } from "../../support/sample-complaint";
import { type ServerProcess, startServer } from "../../support/server-process";
import { until } from "../../support/until";

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

const DRAFT = "/settings/regulation?draft";
const CLAIM = ruleOf("answer-claim");
const GENERAL = ruleOf("answer-general");

interface Scene {
  readonly organisation: TestOrganisation;
  readonly head: TestPerson;
  readonly device: TestDevice;
}

async function makeScene(locale: Locale = "ru"): Promise<Scene> {
  const organisation = await makeOrganisation(server.db, { locale });
  const head = await makePerson(server.db, organisation, { roles: ["head"] });
  return { organisation, head, device: await makeDevice(server.db, head) };
}

function ruleOf(id: string) {
  const rule = ruDefault.timeLimits.find((limit) => limit.id === id);
  if (rule === undefined) throw new Error(`The model regulation has no rule ${id}`);
  return rule;
}

const say = sayRegulation;
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const editButton = (page: Page, rule: typeof CLAIM) =>
  button(page, say("ru", "rule.edit.label", { rule: sayRuleName("ru", rule) }));
const days = (count: number) => sayDueWord("ru", "term.calendar_day", { count });
/** The draft is on the server as it is on the screen. */
const saved = (page: Page) => page.locator(".save-mark", { hasText: /^Сохранено/ }).waitFor();

/** Gives a command by its name, as people do who know no keys. */
async function command(page: Page, name: string) {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

/** Steps through the rules until the one wanted has the focus. */
async function goToRule(page: Page, rule: typeof CLAIM) {
  const wanted = await editButton(page, rule).elementHandle();
  for (let step = 0; step <= ruDefault.timeLimits.length; step++) {
    await page.keyboard.press("j");
    if (await page.evaluate((element) => document.activeElement === element, wanted)) return;
  }
  throw new Error("The keys do not lead to the rule");
}

async function typeTerm(page: Page, rule: typeof CLAIM, n: string) {
  await editButton(page, rule).press("Enter");
  await page.keyboard.type(n);
}

/** The draft as the server keeps it. */
async function draftOf({ id }: TestOrganisation): Promise<readonly TimeLimit[]> {
  const [draft] = await server.db
    .select({ timeLimits: regulationDrafts.timeLimits })
    .from(regulationDrafts)
    .where(eq(regulationDrafts.orgId, id));
  return draft?.timeLimits ?? [];
}

describe("the regulation", () => {
  it("is changed by keyboard with its dates in sight, tried on the open complaints and published", async () => {
    const { organisation, head, device } = await makeScene();
    const old = await registerOver(server, device, sampleComplaint({ kind: "claim" }));
    const { page, context } = await browser.visit(LOOKS[0], head);
    await page.goto("/settings/regulation");
    await page.getByText(days(30)).first().waitFor();

    await command(page, sayKeyboard("ru", "command.regulation_change"));
    await heading(page, say("ru", "draft.title")).waitFor();
    await page.locator(".preview-dates").waitFor();
    await goToRule(page, CLAIM);
    await page.keyboard.press("Enter");
    // The term has the focus, and what it was is selected.
    await page.keyboard.type("20");
    await page.locator(".preview-dates", { hasText: days(20) }).waitFor();
    await page.locator(".effect .difference").waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(
      (label) => document.activeElement?.getAttribute("aria-label") === label,
      await editButton(page, CLAIM).getAttribute("aria-label"),
    );
    await saved(page);

    await command(page, sayKeyboard("ru", "command.regulation_count"));
    await page.getByRole("link", { name: old.incomingNumber }).waitFor();
    await page.getByText(saySettings("ru", "changes.earlier")).first().waitFor();

    await command(page, sayKeyboard("ru", "command.regulation_publish"));
    await page.getByRole("dialog").getByLabel(say("ru", "publish.note")).fill("Приказ № 7");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("ru", "publish.action") })
      .press("Enter");
    const own = { name: "own", version: 1 };
    await page.locator("h2", { hasText: sayVersion("ru", own) }).waitFor();
    await page.locator("del", { hasText: days(30) }).waitFor();
    await page.getByText("Приказ № 7").waitFor();
    await context.close();

    const fresh = await registerOver(server, device, sampleComplaint({ kind: "claim" }));
    expect(fresh.dueDates.find(({ clock }) => clock === "answer")?.rule).toMatchObject({
      ...{ regulation: "own", regulationVersion: 1, id: CLAIM.id, n: 20 },
    });
    const dated = await server.db.$client`
      SELECT regulation, regulation_version AS version, count(*)::int AS revisions FROM due_dates
      WHERE org_id = ${organisation.id} AND complaint_id = ${old.id} AND clock = 'answer' GROUP BY 1, 2`;
    expect(dated).toEqual([{ regulation: ruDefault.name, version: ruDefault.version, revisions: 1 }]);
  });

  it("is written by two at once: what they do not contradict each other in is kept, and the rest is asked", async () => {
    const { organisation, head } = await makeScene();
    const other = await makePerson(server.db, organisation, { roles: ["head"], name: "Пётр Чижов" });
    const [mine, theirs] = [await browser.visit(LOOKS[0], head), await browser.visit(LOOKS[0], other)];
    for (const { page } of [mine, theirs]) {
      await page.goto(DRAFT);
      await editButton(page, CLAIM).waitFor();
    }
    await typeTerm(theirs.page, GENERAL, "5");
    await saved(theirs.page);
    await typeTerm(mine.page, CLAIM, "20");
    await mine.page.getByText(say("ru", "merged.by", { name: other.name })).waitFor();
    await saved(mine.page);
    await theirs.page.locator('input[name="n"]').press("Escape");
    await typeTerm(theirs.page, GENERAL, "6");
    await saved(theirs.page);
    await mine.page.locator('input[name="n"]').press("Escape");
    await typeTerm(mine.page, GENERAL, "7");
    await mine.page.getByText(say("ru", "clash.titleBy", { name: other.name })).waitFor();
    expect(await mine.page.locator('input[name="n"]').inputValue()).toBe("7");
    await button(mine.page, say("ru", "clash.mine")).click();
    await saved(mine.page);
    await Promise.all([mine.context.close(), theirs.context.close()]);
    const rules = new Map((await draftOf(organisation)).map((rule) => [rule.id, rule.n]));
    expect([rules.get(CLAIM.id), rules.get(GENERAL.id)]).toEqual([20, 7]);
  });

  it("keeps what is half typed when the page is loaded again, and leads to it", async () => {
    const { head } = await makeScene();
    const { page, context } = await browser.visit(LOOKS[0], head);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto(DRAFT);
    await typeTerm(page, CLAIM, "две");
    await page.locator(".save-mark", { hasText: say("ru", "save.held") }).waitFor();
    await page.reload();
    const problem = page.getByRole("region", { name: say("ru", "problems.title") }).getByRole("button");
    await problem.press("Enter");
    const term = page.locator('input[name="n"]');
    await until("the field that is wrong to have the focus", () =>
      term.evaluate((field) => field === document.activeElement),
    );
    expect(await term.inputValue()).toBe("две");
    await term.fill("20");
    await saved(page);
    await context.close();
  });

  it("takes a rule out and puts it back", async () => {
    const { organisation, head } = await makeScene();
    const { page, context } = await browser.visit(LOOKS[0], head);
    await page.goto(DRAFT);
    const named = { rule: sayRuleName("ru", CLAIM) };
    await button(page, say("ru", "rule.remove.label", named)).press("Enter");
    await saved(page);
    await page.getByText(say("ru", "change.removed"), { exact: true }).waitFor();
    const without = ruDefault.timeLimits.filter(({ id }) => id !== CLAIM.id);
    expect(await draftOf(organisation)).toEqual(without);
    await button(page, say("ru", "rule.putBack.label", named)).press("Enter");
    await page.getByText(say("ru", "publish.nothing")).waitFor();
    await saved(page);
    await context.close();
    expect(await draftOf(organisation)).toEqual(ruDefault.timeLimits);
  });

  it("is read, compared and exported by everybody, and changed by those who may", async () => {
    const { organisation } = await makeScene();
    const auditor = await makePerson(server.db, organisation, { roles: ["auditor"] });
    const { page, context } = await browser.visit(LOOKS[0], auditor);
    await page.goto(DRAFT);
    await page.getByText(days(30)).first().waitFor();
    expect(await button(page, say("ru", "draft.change")).count()).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button(page, say("ru", "export")).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`regulation-ru-default-${ruDefault.version}.json`);
    await context.close();
  });
});

describe.each(LOOKS)("nobody is kept out: $locale, $colorScheme", (look) => {
  const { locale } = look;
  let scene: Scene;

  beforeAll(async () => {
    scene = await makeScene(locale);
  });

  const open = async (address: string) => {
    const visit = await browser.visit(look, scene.head);
    await visit.page.goto(address);
    await visit.page.locator(".rules").waitFor();
    return visit;
  };

  const expectNoBarriersAt = async (page: Page, ...widths: number[]) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      expect(await barriersOn(page)).toEqual([]);
    }
  };

  it("a version, wide and narrow", async () => {
    const { page, context } = await open("/settings/regulation");
    await expectNoBarriersAt(page, 1280, 360);
    await context.close();
  });

  it("the draft with a rule open, something to correct and days to look at, wide and narrow", async () => {
    const { page, context } = await open(DRAFT);
    const name = say(locale, "rule.edit.label", { rule: sayRuleName(locale, CLAIM) });
    await button(page, name).click();
    await page.locator('input[name="act"]').fill("");
    await page.locator(".preview-dates details").last().locator("summary").click();
    await page.getByRole("region", { name: say(locale, "problems.title") }).waitFor();
    // Nothing lies half under the head that stays in sight.
    await page.locator(".settings-page").evaluate((pane) => pane.scrollTo(0, 0));
    await expectNoBarriersAt(page, 1280, 360);
    await context.close();
  });

  it("publishing", async () => {
    const { page, context } = await open(DRAFT);
    const name = say(locale, "rule.edit.label", { rule: sayRuleName(locale, CLAIM) });
    await button(page, name).click();
    await page.keyboard.type("20");
    await page.locator(".save-mark", { hasText: /^(Сохранено|Saved)/ }).waitFor();
    await button(page, say(locale, "publish.action")).click();
    await page.getByRole("dialog").waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await context.close();
  });
});
