import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mayDo, type OrganisationRole } from "@otklik/shared/people/roles";
import postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../server/src/db/client";
import { createTenants } from "../../server/src/db/tenants";
import { type RouteNeeds, routeNeedsOf } from "../../server/src/http/route-needs";
import { INSTALLATION_ID } from "../../server/src/people/secrets";
import { ask } from "../support/ask";
import { useDeps } from "../support/deps";
import { type Callers, type LookAlike, makeLookAlike } from "../support/look-alike";
import { sampleComplaint } from "../support/sample-complaint";

/*
 * Two organisations that differ by nothing but their ids. Whoever belongs to one of them asks for everything of the
 * other, on every route.
 */

const test = useDeps();
let own: LookAlike;
let foreign: LookAlike;

beforeAll(async () => {
  own = await makeLookAlike(test.app, test.database, 2);
  foreign = await makeLookAlike(test.app, test.database, 3);
  // Written beside the registration.
  await test.deps.sketcher.catchUp();
});

/** Every row of every table of some organisations, as one hash; without where devices and sessions were used last. */
async function rowsOf(orgs: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const { name, key } of await tables()) {
    const { owner } = test.database;
    const rows = await owner`
      SELECT (to_jsonb(r) - 'last_used_at' - 'last_address')::text AS row FROM ${owner(name)} r
      WHERE ${owner(key)} = ANY (${[...orgs]}::uuid[]) ORDER BY 1`;
    hash.update(JSON.stringify([name, rows]));
  }
  return hash.digest("hex");
}

const tables = () => test.database.owner<{ name: string; key: string }[]>`
  SELECT relname AS name, CASE relname WHEN 'organisations' THEN 'id' ELSE 'org_id' END AS key
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity ORDER BY 1`;

/** Places of an address that name a thing of an organisation. Codes and tokens are secrets: who has one has it. */
const NAMES = /:(id|personId|deviceId|identityId|linkId|sha256)\b/g;

const routes = () => [...routeNeedsOf(test.app.routes)].filter(([route]) => route.match(NAMES) !== null);

const roleOf = (caller: keyof Callers): OrganisationRole => (caller === "device" ? "admin" : caller);
const passwordOf = (caller: keyof Callers) =>
  own.people.find(({ roles }) => roles[0] === roleOf(caller))?.password;

/** What each route takes, so that a request is refused for its ids and nothing else. */
const BODIES: Readonly<Record<string, (caller: keyof Callers) => unknown>> = {
  "POST /api/complaints/:id/steps": () => ({ clock: "answer" }),
  "POST /api/complaints/:id/triage": () => ({ kind: "claim", anonymous: false, bases: [] }),
  "POST /api/complaints/:id/extensions": () => ({ clock: "answer", dueOn: "2099-01-20", reason: "Ждём" }),
  "POST /api/complaints/:id/extensions/:position/decision": () => ({ decision: "refused", comment: "Нет" }),
  "POST /api/complaints/:id/extensions/:position/links": () => ({ personId: own.ids.person }),
  "POST /api/complaints/:id/pauses": () => ({ reason: "Ждём" }),
  "POST /api/complaints/:id/reopening": () => ({ reason: "Снова" }),
  "POST /api/complaints/:id/merge": () => ({ into: `${new Date().getUTCFullYear()}-1` }),
  "POST /api/complaints/:id/receipts": () => ({ channel: "social", receivedAt: new Date().toISOString() }),
  "POST /api/complaints/:id/subjects": () => ({ personId: own.ids.person }),
  "POST /api/complaints/:id/clips": () => ({ id: randomUUID(), clip: sampleComplaint().clip }),
  "PATCH /api/people/:id": () => ({ name: "Другая" }),
  "PATCH /api/account/passkeys/:id": () => ({ name: "Другой" }),
  "POST /api/account/passkeys/:id/removal": (caller) => ({ confirmation: { password: passwordOf(caller) } }),
  "POST /api/account/identities/:id/removal": (caller) => ({
    confirmation: { password: passwordOf(caller) },
  }),
  "POST /api/people/:id/identities/:identityId/removal": (caller) => ({
    confirmation: { password: passwordOf(caller) },
  }),
};

/** What may follow one of the own things; where nothing does, it is a complaint. */
const OWN_FIRST: Readonly<Record<string, string>> = { "/api/people/:id": "person" };

/** The addresses of a route with ids of somebody else in them: everywhere, and behind one's own. */
function addressesOf(route: string, ids: readonly string[], sha256: string): string[] {
  const fill = (from: string, id: string) =>
    from.replaceAll(NAMES, (_place, name) => (name === "sha256" ? sha256 : id)).replace(":position", "1");
  const everywhere = ids.map((id) => fill(route, id));
  if ((route.match(NAMES) ?? []).length < 2) return everywhere;
  const kind = Object.entries(OWN_FIRST).find(([start]) => route.includes(start))?.[1] ?? "complaint";
  const behindOwn = route.replace(":id", own.ids[kind] ?? "");
  return [...everywhere, ...ids.map((id) => fill(behindOwn, id))];
}

async function answerTo(route: string, address: string, caller: keyof Callers) {
  const headers = own.callers[caller];
  const json = BODIES[route]?.(caller);
  const isFile = route.startsWith("PUT /api/evidence");
  const answer = await ask(test.app, address, {
    headers: { ...headers, ...(isFile && { "content-type": "image/png" }) },
    ...(json !== undefined && { json }),
    ...(isFile && { body: new Uint8Array(randomBytes(32)) }),
  });
  const { requestId: _own, ...said } = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, said };
}

function mayAsk(needs: RouteNeeds | null, caller: keyof Callers): boolean {
  return (
    needs === null || needs.length === 0 || needs.some((permission) => mayDo([roleOf(caller)], permission))
  );
}

describe("AUTH-03 what belongs to another organisation is not there", () => {
  it.each(["agent", "handler", "head", "approver", "chair", "auditor", "admin", "device"] as const)(
    "for %s, on any route, and nothing is written",
    async (caller) => {
      const before = await rowsOf([own.id, foreign.id, INSTALLATION_ID]);
      const wrong: unknown[] = [];
      for (const [route, needs] of routes()) {
        // One that is made up: what it is answered is what the other's must be answered.
        const [madeUp = ""] = addressesOf(route, [randomUUID()], randomBytes(32).toString("hex"));
        const expected = await answerTo(route, madeUp, caller);
        const isAllowed = caller !== "device" && mayAsk(needs, caller);
        if (isAllowed ? expected.status !== 404 : ![403, 404].includes(expected.status)) {
          wrong.push({ route, expected });
        }
        // Whom the route refuses it refuses before it looks.
        const ids = isAllowed ? Object.values(foreign.ids) : [foreign.ids.complaint ?? ""];
        for (const address of addressesOf(route, ids, foreign.sha256)) {
          const answer = await answerTo(route, address, caller);
          if (JSON.stringify(answer) !== JSON.stringify(expected)) wrong.push({ address, answer, expected });
        }
      }
      expect(wrong).toEqual([]);
      expect(await rowsOf([own.id, foreign.id, INSTALLATION_ID])).toBe(before);
    },
  );
});

describe("AUTH-04 an id of another organisation beside the address", () => {
  const post = (path: string, json: unknown, caller: keyof Callers = "admin") =>
    ask(test.app, `POST /api/${path}`, { headers: own.callers[caller], json });
  const at = () => `complaints/${own.complaints[0]?.id}`;

  it.each<[string, number, () => Promise<Response>]>([
    [
      "the topic of a new complaint",
      422,
      () => post("complaints", sampleComplaint({ topicId: foreign.topicId })),
    ],
    ["whom a complaint is about", 404, () => post(`${at()}/subjects`, { personId: foreign.ids.person })],
    [
      "who gets a link to decide",
      404,
      () => post(`${at()}/extensions/1/links`, { personId: foreign.people[4]?.id }),
    ],
    [
      "in what a complaint goes on",
      404,
      () => post(`${at()}/merge`, { into: `${new Date().getUTCFullYear()}-3` }),
    ],
  ])("%s is refused, and nothing is written", async (_what, status, sent) => {
    const before = await rowsOf([own.id, foreign.id]);
    const answer = await sent();
    expect({ status: answer.status, text: await answer.text() }).toMatchObject({ status });
    expect(await rowsOf([own.id, foreign.id])).toBe(before);
  });

  it("as the topic of one clip of a batch is that clip's own refusal", async () => {
    const before = await rowsOf([own.id, foreign.id]);
    const answer = await post("complaints/batch", {
      complaints: [sampleComplaint({ topicId: foreign.topicId })],
    });
    expect(await answer.json()).toMatchObject({
      results: [{ status: 422, problem: { code: "topic-unknown" } }],
    });
    expect(await rowsOf([own.id, foreign.id])).toBe(before);
  });

  it("as the id of a clip is the own clip's: each organisation has its own", async () => {
    const before = await rowsOf([foreign.id]);
    const id = foreign.complaints[1]?.id ?? "";
    const answer = await post("complaints", sampleComplaint({ id }));
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 201,
      body: { id, created: true },
    });
    expect(await rowsOf([foreign.id])).toBe(before);
  });

  it("as the hash of a file gives nobody the file: its bytes must be sent anew", async () => {
    const evidence = foreign.complaints[0]?.clip.evidence ?? [];
    expect((await post("complaints", sampleComplaint({ clip: { evidence } }))).status).toBe(201);
    const answer = await ask(test.app, `GET /api/evidence/${foreign.sha256}`, { headers: own.callers.admin });
    expect(answer.status).toBe(404);
  });

  it("as a cursor leads through the own list alone", async () => {
    const list = "GET /api/complaints?view=newest&limit=1";
    const page = await ask(test.app, list, { headers: foreign.callers.admin });
    const { nextCursor } = (await page.json()) as { nextCursor: string };
    const answer = await ask(test.app, `${list}&cursor=${encodeURIComponent(nextCursor)}`, {
      headers: own.callers.admin,
    });
    expect(answer.status).toBe(200);
    expectNothingForeign(await answer.text(), await foreignNames());
  });

  it("as a key of a post finds nothing, and a text none but the own", async () => {
    const answer = await post("complaints/registered-before", {
      permalinkKeys: [foreign.permalinkKey],
      narrative: foreign.complaints[0]?.clip.narrative,
    });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ same: [] });
    expectNothingForeign(text, await foreignNames());
  });
});

/** Every id and hash that stands in rows of the other organisation and in none of one's own. */
async function foreignNames(): Promise<ReadonlySet<string>> {
  const { owner } = test.database;
  const found = async (org: string) => {
    const names = new Set<string>();
    for (const { name, key } of await tables()) {
      const rows = await owner<{ row: string }[]>`
        SELECT to_jsonb(r)::text AS row FROM ${owner(name)} r WHERE ${owner(key)} = ${org}`;
      for (const { row } of rows) for (const id of row.match(ID) ?? []) names.add(id);
    }
    return names;
  };
  const [theirs, ours] = [await found(foreign.id), await found(own.id)];
  return new Set([...theirs].filter((name) => !ours.has(name)));
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b/g;

function expectNothingForeign(text: string, names: ReadonlySet<string>): void {
  expect((text.match(ID) ?? []).filter((id) => names.has(id))).toEqual([]);
}

it("AUTH-25 no route that lists tells an organisation anything of another", async () => {
  const names = await foreignNames();
  expect(names.size).toBeGreaterThan(20);
  const lists = [...routeNeedsOf(test.app.routes)]
    .filter(([route, needs]) => route.startsWith("GET ") && !route.includes(":") && needs !== null)
    .map(([route]) => route);
  expect(lists.length).toBeGreaterThan(10);
  for (const route of lists) {
    const query = route === "GET /api/complaints" ? "?view=newest&q=посылка" : "";
    const answer = await ask(test.app, `${route}${query}`, { headers: own.callers.admin });
    expect({ route, isFault: answer.status >= 500 }).toEqual({ route, isFault: false });
    expectNothingForeign(await answer.text(), names);
  }
});

describe("AUTH-25 whatever a statement says", () => {
  const counts = async (orgs: string | readonly string[] | null) => {
    const seen: Record<string, number> = {};
    for (const { name, key } of await tables()) {
      const [row] =
        orgs === null
          ? await test.database.app.$client`SELECT count(*)::int AS n FROM ${test.database.app.$client(name)}`
          : await test.deps.tenants.ask(
              orgs,
              (sql) => sql<{ n: number }[]>`
                SELECT count(*)::int AS n FROM ${sql(name)} WHERE ${sql(key)} <> ${own.id}`,
            );
      seen[name] = row?.n;
    }
    return seen;
  };

  it("a transaction of one organisation sees no row of another in any table", async () => {
    const theirs = await counts(foreign.id);
    expect(Object.values(theirs).filter((n) => n > 0).length).toBeGreaterThan(12);
    expect(Object.values(await counts(own.id)).filter((n) => n !== 0)).toEqual([]);
  });

  it("without an organisation no row of any table is seen", async () => {
    expect(Object.values(await counts(null)).filter((n) => n !== 0)).toEqual([]);
  });

  it("a connection that another organisation has used sees nothing of it afterwards", async () => {
    const pool = connect(test.database.address.appUrl, { connections: 1 });
    try {
      const tenants = createTenants(pool);
      const people = async (org: string) =>
        (await tenants.ask(org, (sql) => sql`SELECT DISTINCT org_id FROM people`)).map(
          ({ org_id }) => org_id,
        );
      expect(await people(foreign.id)).toEqual([foreign.id]);
      expect(await pool.$client`SELECT FROM people`).toHaveLength(0);
      expect(await people(own.id)).toEqual([own.id]);
      await tenants.within(foreign.id, () => Promise.reject(new Error("given up"))).catch(() => {});
      expect(await pool.$client`SELECT FROM people`).toHaveLength(0);
    } finally {
      await pool.$client.end();
    }
  });

  it.each<[string, (sql: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>]>([
    [
      "put in",
      (sql) => sql`
      INSERT INTO topics (org_id, id, name, position) VALUES (${foreign.id}, ${randomUUID()}, 'Чужая', 9)`,
    ],
    ["given away", (sql) => sql`UPDATE topics SET org_id = ${foreign.id} WHERE org_id = ${own.id}`],
    [
      "logged",
      (sql) => sql`
      INSERT INTO events (org_id, kind, data) VALUES (${foreign.id}, 'forged', '{}')`,
    ],
  ])("no row of another organisation is %s", async (_what, statement) => {
    const refusal = await test.deps.tenants.ask(own.id, statement).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(postgres.PostgresError);
    expect(refusal).toHaveProperty("code", "42501");
  });

  it("changes and removals of everything reach the own rows alone", async () => {
    const before = await rowsOf([foreign.id]);
    await test.deps.tenants.ask(own.id, (sql) => sql`UPDATE people SET name = 'Никто'`);
    await test.deps.tenants.ask(own.id, (sql) => sql`DELETE FROM sessions`);
    expect(await rowsOf([foreign.id])).toBe(before);
  });

  it("a transaction that reads cannot write", async () => {
    const writing = test.deps.tenants.read(own.id, (tx) => tx.execute("UPDATE people SET name = 'Никто'"));
    await expect(writing).rejects.toMatchObject({ cause: { code: "25006" } });
  });
});
