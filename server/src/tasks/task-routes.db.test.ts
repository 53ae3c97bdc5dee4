import { issuedTaskLinkSchema, type TaskDone, taskSchema } from "@otklik/shared/complaint/task";
import type { Mail } from "@otklik/shared/people/mail";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { makePerson, signIn } from "../../../tests/support/organisation";
import { useTermDesk } from "../../../tests/support/term-desk";
import { createApp } from "../app";
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

interface Issue {
  readonly to?: "chair" | "handler";
  /** The head has asked for the date. */
  readonly by?: "head" | "admin";
  readonly app?: typeof test.app;
}

async function issue(id: string, { to = "chair", by = "admin", app = test.app }: Issue = {}) {
  return ask(app, `POST /api/complaints/${id}/extensions/1/links`, {
    headers: await signIn(test.database.db, desk.person(by), LATEST),
    json: { personId: desk.person(to).id },
  });
}

async function linkTo(id: string): Promise<{ id: string; token: string; url: string }> {
  const answer = await issue(id);
  expect(answer.status).toBe(201);
  const { url, mailed, link } = issuedTaskLinkSchema.parse(await answer.json());
  expect(mailed).toBe(false);
  return { id: link.id, url: url ?? "", token: tokenIn(url ?? "") };
}

const tokenIn = (text: string) => /\/task#(\S+)/.exec(text)?.[1] ?? "";

/** The server with a mail server, which takes everything or nothing. */
function withMail(takes: boolean) {
  const sent: Mail[] = [];
  const send = async (mail: Mail) => {
    sent.push(mail);
    return takes;
  };
  return { sent, app: createApp({ ...test.deps, mail: { send } }) };
}

const neverMade = () => formatToken(desk.person("head").organisation.id, newSecret());

/** All that an answer tells but the id of its request. */
async function wordsOf(answer: Response): Promise<unknown> {
  const { requestId: _each, ...body } = await answer.json();
  expect(answer.status).toBe(404);
  return body;
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
    await expectProblem(await issue(id, { to: "handler" }), 422, "cannot-decide");
    await desk.does("admin", id, "subjects", { personId: desk.person("chair").id });
    await expectProblem(await issue(id), 422, "cannot-decide");
  });

  it("is not made for whoever was invited and has not joined", async () => {
    const { id } = await asked();
    const { owner, db } = test.database;
    const invited = await makePerson(db, desk.person("chair").organisation, { roles: ["chair"] });
    await owner`UPDATE people SET password_hash = NULL WHERE id = ${invited.id}`;
    const headers = await signIn(db, desk.person("admin"), LATEST);
    const json = { personId: invited.id };
    const answer = await ask(test.app, `POST /api/complaints/${id}/extensions/1/links`, { headers, json });
    await expectProblem(answer, 422, "cannot-decide");
    const list = await ask(test.app, "GET /api/colleagues", { headers });
    const { colleagues } = (await list.json()) as { colleagues: { id: string; joined: boolean }[] };
    expect(colleagues.filter(({ joined }) => !joined).map((each) => each.id)).toEqual([invited.id]);
    await owner`UPDATE people SET disabled_at = now() WHERE id = ${invited.id}`;
  });

  it("is not made by whom the complaint is about", async () => {
    const { id } = await asked();
    await desk.does("admin", id, "subjects", { personId: desk.person("head").id });
    await expectProblem(await issue(id, { by: "head" }), 409, "conflict-of-interest");
  });

  it("is not made for whoever has asked for the date: they could decide in the chair's name", async () => {
    const { id } = await asked();
    await expectProblem(await issue(id, { by: "head" }), 409, "link-not-for-asker");
    const { taskLinks, events } = await desk.find(id);
    expect(taskLinks).toEqual([]);
    expect(events.at(-1)?.kind).toBe("extension_requested");
  });

  it.each(["head", "admin"] as const)(
    "goes by mail to whom it is for alone, where there is mail, and %s is shown none of it",
    async (by) => {
      const { id, incomingNumber } = await asked();
      const { app, sent } = withMail(true);
      const answer = await issue(id, { by, app });
      expect(answer.status).toBe(201);
      expect(issuedTaskLinkSchema.parse(await answer.json())).toMatchObject({ url: null, mailed: true });
      const { email } = desk.person("chair");
      expect(sent).toMatchObject([{ to: email, subject: expect.stringContaining(incomingNumber) }]);
      expect((await lookUp(tokenIn(sent[0]?.text ?? ""))).status).toBe(200);
    },
  );

  it("is withdrawn when it cannot be mailed and the caller has asked for the date", async () => {
    const { id } = await asked();
    const { app, sent } = withMail(false);
    await expectProblem(await issue(id, { by: "head", app }), 409, "link-not-for-asker");
    expect((await lookUp(tokenIn(sent[0]?.text ?? ""))).status).toBe(404);
    expect((await desk.find(id)).taskLinks).toEqual([]);
  });

  it("is shown, to be passed on, when the mail was not taken and somebody else has asked", async () => {
    const { id } = await asked();
    const answer = issuedTaskLinkSchema.parse(await (await issue(id, withMail(false))).json());
    expect(answer.mailed).toBe(false);
    expect((await lookUp(tokenIn(answer.url ?? ""))).status).toBe(200);
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
      {
        kind: "task_link_used",
        actor: { name: "Имя chair" },
        data: { complaint: { incomingNumber }, issuedBy: { name: "Имя admin" } },
      },
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
      // 503 where the desk is not built.
      expect([200, 503]).toContain((await ask(test.app, `${method} /task`)).status);
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

  it.each<[string, (id: string) => Promise<string>]>([
    ["cut short", async (id) => (await linkTo(id)).token.slice(0, -1)],
    ["empty", async () => ""],
    ["of no form", async () => "x".repeat(200)],
    [
      "of another organisation",
      async (id) => formatToken("0199aaaa-0000-4000-8000-000000000000", (await linkTo(id)).token.slice(-43)),
    ],
    [
      "withdrawn",
      async (id) => {
        const link = await linkTo(id);
        expect((await revoke(id, link.id)).status).toBe(204);
        return link.token;
      },
    ],
    [
      "expired",
      async (id) => {
        const { token } = await linkTo(id);
        desk.at(EXPIRED);
        return token;
      },
    ],
  ])(
    "AUTH-22 answers a link that is %s as one that was never made, and decides nothing",
    async (_what, make) => {
      const { id } = await asked();
      const token = await make(id);
      for (const send of [lookUp, decide]) {
        expect(await wordsOf(await send(token))).toEqual(await wordsOf(await send(neverMade())));
      }
      expect(await decisionOf(id)).toBeNull();
    },
  );

  it("AUTH-22 answers whoever looks up a used link as one that was never made", async () => {
    const { id } = await asked();
    const { token } = await linkTo(id);
    await decide(token);
    expect(await wordsOf(await lookUp(token))).toEqual(await wordsOf(await lookUp(neverMade())));
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

  it("AUTH-22 opens nothing when its person was shut out and is let in again", async () => {
    const { id, incomingNumber } = await asked();
    const { token } = await linkTo(id);
    const headers = await signIn(test.database.db, desk.person("admin"), LATEST);
    for (const disabled of [true, false]) {
      const change = { headers, json: { disabled } };
      const answer = await ask(test.app, `PATCH /api/people/${desk.person("chair").id}`, change);
      expect(answer.status).toBe(200);
    }
    await expectProblem(await lookUp(token), 404, "not-found");
    await expectProblem(await decide(token), 404, "not-found");
    const { taskLinks, events } = await desk.find(id);
    expect(taskLinks).toEqual([]);
    expect(events.at(-1)).toMatchObject({
      kind: "task_link_revoked",
      actor: { id: desk.person("admin").id },
      data: { person: { id: desk.person("chair").id }, complaint: { incomingNumber } },
    });
  });

  it("AUTH-22 may not be guessed without end: from the 31st on the address waits, and nothing more is stored", async () => {
    for (let n = 0; n < 30; n++) expect((await lookUp(newSecret())).status).toBe(404);
    const stored = async () =>
      (await test.database.owner`SELECT key FROM rate_limits`).map(({ key }) => String(key)).sort();
    const before = await stored();
    const last = await lookUp(newSecret());
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await stored()).toEqual(before);
  });

  it("AUTH-22 is asked thirty times in ten minutes: at the 31st the link waits, and no other", async () => {
    const { token } = await linkTo((await asked()).id);
    for (let n = 0; n < 30; n++) expect((await lookUp(token)).status).toBe(200);
    await expectProblem(await decide(token), 429, "too-many-requests");
    const { token: other } = await linkTo((await asked()).id);
    expect((await lookUp(other)).status).toBe(200);
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
