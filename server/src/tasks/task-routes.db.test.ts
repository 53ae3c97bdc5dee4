import { issuedTaskLinkSchema, type TaskDone, taskSchema } from "@otklik/shared/complaint/task";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { signIn } from "../../../tests/support/organisation";
import { useTermDesk } from "../../../tests/support/term-desk";
import { formatToken, newSecret } from "../people/secrets";

const test = useDeps();
const desk = useTermDesk(test);

const REGISTERED = "2026-03-10T07:00:00.000Z";
const NOON = "2026-03-11T09:00:00.000Z";
/** The last instant at which a link made at noon opens, and the first at which it does not. */
const LAST_OPEN = "2026-03-18T08:59:59.999Z";
const EXPIRED = "2026-03-18T09:00:00.000Z";
const LATEST = new Date("2040-01-01T00:00:00.000Z");

const TRIAGE = { kind: "claim", anonymous: false, bases: ["financial_organisation"] };
const ASKING = { clock: "answer", dueOn: "2026-04-14", reason: "Ждём лабораторию." };
const APPROVED = { decision: "approved", comment: null };

beforeEach(async () => {
  await test.database.owner`DELETE FROM rate_limits`;
});

/** A later date that is asked for, on a complaint with words and a name that no link may show. */
async function asked(): Promise<{ id: string; incomingNumber: string }> {
  const made = await desk.register(REGISTERED, { kind: "claim" });
  desk.at(NOON);
  await desk.does("head", made.id, "triage", TRIAGE);
  await desk.does("head", made.id, "extensions", ASKING);
  return made;
}

async function issue(id: string, to: "chair" | "handler" = "chair"): Promise<Response> {
  return ask(test.app, `POST /api/complaints/${id}/extensions/1/links`, {
    headers: await signIn(test.database.db, desk.person("head"), LATEST),
    json: { personId: desk.person(to).id },
  });
}

async function linkTo(id: string): Promise<{ id: string; token: string; url: string }> {
  const answer = await issue(id);
  expect(answer.status).toBe(201);
  const { url, link } = issuedTaskLinkSchema.parse(await answer.json());
  return { id: link.id, url, token: url.slice(url.indexOf("#") + 1) };
}

const lookUp = (token: string) => ask(test.app, "POST /api/tasks/lookup", { json: { token } });
const decide = (token: string, json: object = APPROVED) =>
  ask(test.app, "POST /api/tasks", { json: { token, ...json } });

async function revoke(id: string, linkId: string): Promise<Response> {
  const headers = await signIn(test.database.db, desk.person("head"), LATEST);
  return ask(test.app, `DELETE /api/complaints/${id}/links/${linkId}`, { headers });
}

const decisionOf = async (id: string) => (await desk.find(id)).extensions[0]?.decision;

describe("a link for deciding on a later date", () => {
  it("is shown once with its secret behind the number sign, and kept as a hash alone", async () => {
    const { id } = await asked();
    const { url, token } = await linkTo(id);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:8787\/task#[0-9a-f-]{36}\.[\w-]{43}$/);
    const [row] = await test.database
      .owner`SELECT t::text AS stored FROM task_links t WHERE complaint_id = ${id}`;
    expect(row?.stored).not.toContain(token.slice(-43));
    const { taskLinks, events } = await desk.find(id);
    expect(taskLinks).toMatchObject([{ position: 1, person: { id: desk.person("chair").id } }]);
    expect(events.at(-1)).toMatchObject({
      kind: "task_link_issued",
      data: { person: { name: "Имя chair" } },
    });
  });

  it("is made for nobody who may not decide", async () => {
    const { id } = await asked();
    await expectProblem(await issue(id, "handler"), 422, "cannot-decide");
    await desk.does("admin", id, "subjects", { personId: desk.person("chair").id });
    await expectProblem(await issue(id), 422, "cannot-decide");
  });

  it("is not made by whom the complaint is about", async () => {
    const { id } = await asked();
    await desk.does("admin", id, "subjects", { personId: desk.person("head").id });
    await expectProblem(await issue(id), 409, "conflict-of-interest");
  });

  it("is not made when the decision is there", async () => {
    const { id } = await asked();
    await desk.does("chair", id, "extensions/1/decision", APPROVED);
    await expectProblem(await issue(id), 409, "extension-decided");
  });

  it("decides in the person's name, as at the desk, and the history names the link", async () => {
    const { id, incomingNumber } = await asked();
    const { token } = await linkTo(id);
    const done = await decide(token, { decision: "approved", comment: "Согласовано." });
    expect([done.status, await done.json()]).toEqual([200, { decision: "approved", already: false }]);
    const after = await desk.find(id);
    expect(after.extensions[0]).toMatchObject({
      decision: "approved",
      decidedBy: { id: desk.person("chair").id },
      comment: "Согласовано.",
    });
    expect(after.dueDates.find(({ clock }) => clock === "answer")?.dueOn).toBe("2026-04-14");
    expect(after.taskLinks).toEqual([]);
    expect(after.events.slice(-2)).toMatchObject([
      { kind: "task_link_used", actor: { name: "Имя chair" }, data: { complaint: { incomingNumber } } },
      { kind: "extension_decided" },
    ]);
  });

  it("refuses to approve when the term has run out, and may still refuse", async () => {
    const { id } = await asked();
    desk.at("2026-03-30T09:00:00.000Z");
    const { token } = await linkTo(id);
    desk.at("2026-03-31T21:00:00.000Z");
    await expectProblem(await decide(token), 409, "extension-too-late");
    const refused = await decide(token, { decision: "refused", comment: null });
    expect(await refused.json()).toEqual({ decision: "refused", already: false });
  });
});

describe("AUTH-22 a link for one task", () => {
  it("AUTH-22 changes nothing when its page is loaded or asked about, however often", async () => {
    const { id } = await asked();
    const { token } = await linkTo(id);
    const before = await desk.find(id);
    for (const method of ["GET", "HEAD"]) {
      expect((await ask(test.app, `${method} /task`)).status).toBeLessThan(504);
      await expect(ask(test.app, `${method} /api/tasks`)).resolves.toMatchObject({ status: 405 });
    }
    await lookUp(token);
    await lookUp(token);
    expect(await desk.find(id)).toEqual(before);
  });

  it("AUTH-22 decides once: sent again, and ten times at once, it tells what was decided", async () => {
    const { id } = await asked();
    const { token } = await linkTo(id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => decide(token)));
    const done = (await Promise.all(answers.map((answer) => answer.json()))) as TaskDone[];
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(done.filter(({ already }) => !already)).toEqual([{ decision: "approved", already: false }]);
    const other = await decide(token, { decision: "refused", comment: null });
    expect(await other.json()).toEqual({ decision: "approved", already: true });
    expect((await desk.find(id)).events.filter(({ kind }) => kind === "extension_decided")).toHaveLength(1);
  });

  it("AUTH-22 answers one and the same when it is wrong, cut short, expired, used, withdrawn or another's", async () => {
    const { id } = await asked();
    const orgId = desk.person("head").organisation.id;
    const withdrawn = await linkTo(id);
    expect((await revoke(id, withdrawn.id)).status).toBe(204);
    const ofDisabled = await linkTo(id);
    const used = await linkTo(id);
    await decide(used.token);
    const expired = await linkTo((await asked()).id);
    desk.at(EXPIRED);
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${desk.person("chair").id}`;
    const foreign = formatToken("0199aaaa-0000-4000-8000-000000000000", used.token.slice(-43));
    const tokens = [
      formatToken(orgId, newSecret()),
      used.token.slice(0, -1),
      "",
      "x".repeat(200),
      foreign,
      withdrawn.token,
      ofDisabled.token,
      used.token,
      expired.token,
    ];
    const answers = new Set<string>();
    for (const token of tokens) {
      const answer = await lookUp(token);
      const { requestId: _each, ...body } = await answer.json();
      answers.add(JSON.stringify([answer.status, body]));
      expect((await decide(token)).status).toBe(404);
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain("404");
  });

  it("AUTH-22 opens until its last instant", async () => {
    const { token } = await linkTo((await asked()).id);
    desk.at(LAST_OPEN);
    expect((await lookUp(token)).status).toBe(200);
    desk.at(EXPIRED);
    expect((await lookUp(token)).status).toBe(404);
  });

  it("AUTH-22 opens nothing on another complaint: its secret names the one", async () => {
    const one = await asked();
    const other = await asked();
    const { token } = await linkTo(one.id);
    await decide(token);
    expect(await decisionOf(one.id)).toBe("approved");
    expect(await decisionOf(other.id)).toBeNull();
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    [
      "is named as one whom the complaint is about",
      (id) => desk.does("admin", id, "subjects", { personId: desk.person("chair").id }),
    ],
    [
      "holds no role any more that decides",
      () => test.database.owner`UPDATE people SET roles = '{auditor}' WHERE id = ${desk.person("chair").id}`,
    ],
    [
      "was shut out",
      () => test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${desk.person("chair").id}`,
    ],
  ])("AUTH-22 opens nothing once its person %s", async (_what, happen) => {
    const { id } = await asked();
    const { token } = await linkTo(id);
    await happen(id);
    await expectProblem(await lookUp(token), 404, "not-found");
    await expectProblem(await decide(token), 404, "not-found");
    expect(await decisionOf(id)).toBeNull();
  });

  it("AUTH-22 may not be tried without end: wrong links are counted by address, uses by the link", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 31; n++) statuses.push((await lookUp(newSecret())).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 404));
    const last = await lookUp(newSecret());
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("AUTH-22 is not used by another site's page", async () => {
    const { id } = await asked();
    const { token } = await linkTo(id);
    const answer = await ask(test.app, "POST /api/tasks", {
      headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      json: { token, ...APPROVED },
    });
    await expectProblem(answer, 403, "cross-site-request");
    expect(await decisionOf(id)).toBeNull();
  });
});

it("AUTH-23 the page of a link shows what is to be decided, and neither the complainant nor their words", async () => {
  const { id, incomingNumber } = await asked();
  const { token } = await linkTo(id);
  const answer = await lookUp(token);
  const text = await answer.text();
  expect(taskSchema.strict().parse(JSON.parse(text))).toMatchObject({
    incomingNumber,
    kind: "claim",
    clock: "answer",
    fromDueOn: "2026-03-31",
    toDueOn: "2026-04-14",
    reason: ASKING.reason,
    requestedBy: "Имя head",
    decider: "Имя chair",
  });
  const { clip, complainant } = await desk.find(id);
  expect(complainant).not.toBeNull();
  for (const hidden of [id, complainant ?? "", clip.narrative]) expect(text).not.toContain(hidden);
  const page = await ask(test.app, "GET /task");
  for (const { headers } of [answer, page]) {
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});
