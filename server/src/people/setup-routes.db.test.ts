import { sessionSchema, setupStateSchema } from "@otklik/shared/people/account";
import { describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { createSetupLink } from "./create-setup-link";

const test = useDeps();

const FIRST_ADMIN = {
  organisationName: "ООО «Ромашка»",
  zone: "Asia/Yekaterinburg",
  locale: "ru",
  name: "Ольга Снегирёва",
  email: " Olga@Romashka.TEST ",
  password: "длинный пароль 🌼",
};

async function newToken(): Promise<string> {
  const { url } = await createSetupLink(test.deps);
  return url.split("/setup#")[1] ?? "";
}

const lookUp = (token: string, headers: Record<string, string> = {}) =>
  ask(test.app, "POST /api/setup/lookup", { json: { token }, headers });

const setUp = (token: string, changes: object = {}) =>
  ask(test.app, "POST /api/setup", { json: { ...FIRST_ADMIN, token, ...changes } });

describe("before there is an organisation", () => {
  it("tells the sign-in page that nobody can sign in yet, and that alone", async () => {
    const answer = await ask(test.app, "GET /api/sign-in/methods");
    expect(await answer.json()).toEqual({ passkeys: false, provider: null, mail: false, setUp: false });
  });

  it("tells that a fresh link may be used, and until when", async () => {
    const answer = await lookUp(await newToken());
    expect(answer.status).toBe(200);
    const { expiresAt } = setupStateSchema.parse(await answer.json());
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  it("AUTH-20 refuses a link that was never made", async () => {
    await expectProblem(await lookUp("nothing"), 404, "not-found");
    await expectProblem(await setUp("nothing"), 404, "not-found");
  });

  it("AUTH-20 takes the secret in a body alone, and uses nothing up by looking", async () => {
    const token = await newToken();
    await expectProblem(await ask(test.app, `GET /api/setup/${token}`), 404, "not-found");
    await expectProblem(await ask(test.app, "GET /api/setup/lookup"), 405, "method-not-allowed");
    for (let n = 0; n < 3; n++) expect((await lookUp(token)).status).toBe(200);
    const foreign = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    await expectProblem(await lookUp(token, foreign), 403, "cross-site-request");
  });

  it("slows down who guesses at links, and lets the right one through afterwards", async () => {
    const token = await newToken();
    const statuses: number[] = [];
    for (let n = 0; n < 32; n++) statuses.push((await lookUp(`guess-${n}`)).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(statuses[0]).toBe(404);
    await test.database.owner`UPDATE rate_limits SET expire = expire - 601000`;
    expect((await lookUp(token)).status).toBe(200);
  });

  it("AUTH-20 refuses a link after fifteen minutes", async () => {
    const token = await newToken();
    test.setClock(new Date(Date.now() + 15 * 60_000 + 1_000));
    await expectProblem(await lookUp(token), 410, "setup-link-used");
    await expectProblem(await setUp(token), 410, "setup-link-used");
    test.setClock(null);
  });

  it.each([
    ["a short password", { password: "короткий" }, "password", "too_small"],
    ["a zone that does not exist", { zone: "Mars/Phobos" }, "zone", "unknown-zone"],
    ["an address that is none", { email: "olga" }, "email", "invalid_format"],
    ["AUTH-17 a NUL in the password", { password: "длинный\u0000пароль" }, "password", "unstorable-text"],
    ["AUTH-05 a field of one's own", { roles: ["admin"] }, "roles", "unrecognized_keys"],
  ])("refuses %s", async (_what, changes, path, reason) => {
    const problem = await expectProblem(await setUp(await newToken(), changes), 422, "invalid-request");
    expect(problem.errors).toEqual([expect.objectContaining({ path, reason })]);
  });

  it("refuses another site's page", async () => {
    const answer = await ask(test.app, "POST /api/setup", {
      json: { ...FIRST_ADMIN, token: await newToken() },
      headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    });
    await expectProblem(answer, 403, "cross-site-request");
  });
});

describe("from elsewhere than the server's own machine", () => {
  const from = (remoteAddress: string, path: string, init: RequestInit = {}) =>
    test.app.request(`http://127.0.0.1:8787${path}`, init, { incoming: { socket: { remoteAddress } } });

  const look = (token: string) => JSON.stringify({ token });

  it.each(["192.168.1.7", "203.0.113.7", "2001:db8::7"])(
    "AUTH-20 refuses %s, whatever its headers claim",
    async (address) => {
      const token = await newToken();
      const headers = { "x-forwarded-for": "127.0.0.1", "content-type": "application/json" };
      const body = JSON.stringify({ ...FIRST_ADMIN, token });
      const looked = await from(address, "/api/setup/lookup", { method: "POST", headers, body: look(token) });
      await expectProblem(looked, 403, "setup-elsewhere");
      const used = await from(address, "/api/setup", { method: "POST", headers, body });
      await expectProblem(used, 403, "setup-elsewhere");
      expect(await test.database.owner`SELECT 1 FROM people`).toHaveLength(0);
    },
  );

  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("AUTH-20 lets %s through", async (address) => {
    const headers = { "content-type": "application/json" };
    const body = look(await newToken());
    expect((await from(address, "/api/setup/lookup", { method: "POST", headers, body })).status).toBe(200);
  });

  it.each([
    ["https://register.example", "0.0.0.0", "http://127.0.0.1:8787"],
    ["https://register.example", "::", "http://127.0.0.1:8787"],
    ["https://register.example", "127.0.0.1", "http://127.0.0.1:8787"],
    ["http://localhost:9999", "127.0.0.1", "http://localhost:9999"],
  ])("AUTH-20 leads from %s on %s to %s", async (publicUrl, host, origin) => {
    const env = { ...test.deps.env, publicUrl, host };
    const { url } = await createSetupLink({ ...test.deps, env });
    expect(new URL(url).origin).toBe(origin);
  });
});

describe("setting up", () => {
  it("AUTH-20 makes one organisation when two links are used at once, and no second one later", async () => {
    const [one, other, late] = await Promise.all([newToken(), newToken(), newToken()]);
    const answers = await Promise.all([setUp(one), setUp(one), setUp(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, expect.any(Number), expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 404 || status === 410)).toHaveLength(2);
    await expectProblem(await setUp(late), 404, "setup-done");
    await expectProblem(await lookUp(late), 404, "setup-done");

    const organisations = await test.database.owner`SELECT name, zone, locale FROM organisations`;
    expect([...organisations]).toEqual([{ name: "ООО «Ромашка»", zone: "Asia/Yekaterinburg", locale: "ru" }]);

    const made = answers.find(({ status }) => status === 201);
    const session = sessionSchema.parse(await made?.json());
    expect(session.person).toMatchObject({
      name: "Ольга Снегирёва",
      email: "olga@romashka.test",
      roles: ["admin"],
    });
    expect(session.organisation.topics.map(({ name }) => name)).toEqual([
      "Доставка",
      "Оплата",
      "Качество товара",
      "Работа сотрудников",
      "Технические неполадки",
      "Информирование",
      "Другое",
    ]);

    const cookie = made?.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^otklik=.+; Path=\/; Expires=.+; HttpOnly; SameSite=Lax$/);
    const again = await ask(test.app, "GET /api/session", {
      headers: { cookie: cookie.split(";")[0] ?? "" },
    });
    expect(sessionSchema.parse(await again.json())).toEqual(session);

    const events = await test.database.owner`SELECT kind FROM events ORDER BY id`;
    expect(events.map(({ kind }) => kind)).toEqual(["organisation_created", "session_started"]);
    const [stored] = await test.database.owner`SELECT password_hash FROM people`;
    expect(stored?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
