import { sessionSchema } from "@otklik/shared/people/account";
import type { Mail } from "@otklik/shared/people/mail";
import { accountLinkSchema } from "@otklik/shared/people/people";
import type { AccountLinkPurpose } from "@otklik/shared/people/people-events";
import { signInMethodsSchema } from "@otklik/shared/people/sign-in";
import { beforeEach, describe, expect, it } from "vitest";
import { ask, expectProblem } from "../../../tests/support/ask";
import { useDeps } from "../../../tests/support/deps";
import { eventsOf } from "../../../tests/support/events-of";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  signIn,
  type TestPerson,
} from "../../../tests/support/organisation";
import { until } from "../../../tests/support/until";
import { createApp } from "../app";
import type { PersonKey } from "../db/across";
import { issueAccountLink } from "./issue-account-link";
import { requestReset } from "./request-reset";

const test = useDeps();
const NEW_PASSWORD = "совсем новый пароль 🌼";
let person: TestPerson;

beforeEach(async () => {
  test.setClock(null);
  // Wrong links are counted by the address that they come from.
  await test.database.owner`DELETE FROM rate_limits`;
  person = await makePerson(test.database.db, await makeOrganisation(test.database.db));
});

async function newToken(
  of = person,
  purpose: AccountLinkPurpose = "password_reset",
  issuedBy: PersonKey | null = null,
): Promise<string> {
  const orgId = of.organisation.id;
  const link = await test.deps.tenants.within(orgId, (tx) =>
    issueAccountLink(
      tx,
      test.deps.env.publicUrl,
      { orgId, personId: of.id, name: of.name, purpose, issuedBy },
      test.deps.now(),
    ),
  );
  return link.url.split("#")[1] ?? "";
}

const keyOf = ({ id, organisation }: TestPerson): PersonKey => ({ orgId: organisation.id, personId: id });

const look = (token: string) => ask(test.app, "POST /api/account-links/lookup", { json: { token } });
const use = (token: string, password = NEW_PASSWORD) =>
  ask(test.app, "POST /api/account-links", { json: { token, password } });
const enter = (password: string) =>
  ask(test.app, "POST /api/session", { json: { email: person.email, password } });

describe("a link", () => {
  it("tells whom it is for, as often as it is looked at", async () => {
    const token = await newToken();
    for (let n = 0; n < 2; n++) {
      const answer = await look(token);
      expect(accountLinkSchema.parse(await answer.json())).toMatchObject({
        purpose: "password_reset",
        organisation: "ООО «Ромашка»",
        name: person.name,
        email: person.email,
      });
    }
  });

  it("AUTH-19 sets the password, ends the sessions and devices there were, and signs in", async () => {
    const headers = { ...(await signIn(test.database.db, person)) };
    const device = await makeDevice(test.database.db, person);
    const answer = await use(await newToken());
    expect(answer.status).toBe(201);
    expect(sessionSchema.parse(await answer.json()).person.id).toBe(person.id);
    expect(answer.headers.get("set-cookie")).toMatch(/^otklik=/);
    await expectProblem(await ask(test.app, "GET /api/session", { headers }), 401, "not-signed-in");
    const badge = await ask(test.app, "GET /api/badge", { headers: device.headers });
    await expectProblem(badge, 401, "not-signed-in");
    await expectProblem(await enter(person.password), 401, "wrong-credentials");
    expect((await enter(NEW_PASSWORD)).status).toBe(201);
    const events = await eventsOf(test.database, person.organisation);
    expect(events.slice(1)).toEqual([
      {
        kind: "password_reset",
        by: person.id,
        data: { person: { id: person.id, name: person.name }, sessions: 1, devices: 1, passkeys: 0 },
      },
    ]);
  });

  it("lets an invited person join", async () => {
    await test.database.owner`UPDATE people SET password_hash = NULL WHERE id = ${person.id}`;
    await expectProblem(await enter(person.password), 401, "wrong-credentials");
    expect((await use(await newToken(person, "invitation"))).status).toBe(201);
    const [, joined] = await eventsOf(test.database, person.organisation);
    expect(joined).toEqual({
      kind: "person_joined",
      by: person.id,
      data: { person: { id: person.id, name: person.name }, roles: ["agent"] },
    });
    const [attempt] = await test.database.owner`
      SELECT method, succeeded, address FROM sign_in_attempts WHERE person_id = ${person.id} AND succeeded`;
    expect(attempt).toEqual({ method: "link", succeeded: true, address: "unknown" });
  });

  it.each<[string, () => Promise<string>]>([
    [
      "used",
      async () => {
        const token = await newToken();
        await use(token);
        return token;
      },
    ],
    [
      "replaced by a newer one",
      async () => {
        const token = await newToken();
        await newToken();
        return token;
      },
    ],
    [
      "expired",
      async () => {
        const token = await newToken();
        test.setClock(new Date(Date.now() + 3_600_001));
        return token;
      },
    ],
    [
      "of a person who was shut out",
      async () => {
        const token = await newToken();
        await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
        return token;
      },
    ],
    [
      "of another organisation",
      async () => {
        const other = await makeOrganisation(test.database.db);
        return (await newToken()).replace(person.organisation.id, other.id);
      },
    ],
    ["truncated", async () => (await newToken()).slice(0, -1)],
    ["in other letters of the same", async () => swapCase(await newToken())],
    ["never made", async () => `${person.organisation.id}.${"a".repeat(43)}`],
    ["no link at all", async () => "nothing"],
  ])("AUTH-14 that is %s is refused with the same words, and changes nothing", async (_what, make) => {
    const token = await make();
    const before = await test.database.owner`SELECT password_hash FROM people WHERE id = ${person.id}`;
    for (const answer of [await look(token), await use(token, "ещё один пароль")]) {
      const problem = await expectProblem(answer, 400, "account-link-invalid");
      expect(problem.title).toBe("This link does not work");
      expect(problem.errors).toBeUndefined();
    }
    const after = await test.database.owner`SELECT password_hash FROM people WHERE id = ${person.id}`;
    expect([...after]).toEqual([...before]);
  });

  it("AUTH-14 opens once under ten uses at the same time", async () => {
    const token = await newToken();
    const answers = await Promise.all(Array.from({ length: 10 }, () => use(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)]);
    const events = await eventsOf(test.database, person.organisation);
    expect(events.filter(({ kind }) => kind === "password_reset")).toHaveLength(1);
  });

  it("ends every other link of the person when one is used", async () => {
    const admin = await makePerson(test.database.db, person.organisation, { roles: ["admin"] });
    const given = await newToken(person, "password_reset", keyOf(admin));
    expect((await use(await newToken())).status).toBe(201);
    await expectProblem(await look(given), 400, "account-link-invalid");
  });

  it("waits for the person before it holds the link, as everybody does: none waits in a circle", async () => {
    const token = await newToken();
    const [asked] = await test.database.owner.begin(async (held) => {
      await held`SELECT FROM people WHERE id = ${person.id} FOR UPDATE`;
      const asking = use(token);
      await until("the use waits for the person", async () => {
        const waiting = await test.database.owner`
          SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
        return waiting.length > 0;
      });
      await held`SELECT FROM account_links WHERE person_id = ${person.id} FOR UPDATE NOWAIT`;
      // In an array: a promise that is given back alone would be waited for before the lock is let go.
      return [asking] as const;
    });
    expect((await asked).status).toBe(201);
  });

  it("AUTH-14 slows down whoever guesses links", async () => {
    for (let n = 0; n < 30; n++) expect((await look(`nothing-${n}`)).status).toBe(400);
    await expectProblem(await look("nothing-30"), 429, "too-many-requests");
  });

  it.each([
    ["AUTH-17 a short password", "короткий", "too_small"],
    ["AUTH-17 a password of more than 1,024 bytes", "🌼".repeat(257), "too_big"],
    ["AUTH-17 a NUL in the password", "длинный\u0000пароль", "unstorable-text"],
  ])("refuses %s, and may still be used", async (_what, password, reason) => {
    const token = await newToken();
    const problem = await expectProblem(await use(token, password), 422, "invalid-request");
    expect(problem.errors).toEqual([expect.objectContaining({ path: "password", reason })]);
    expect((await use(token)).status).toBe(201);
  });

  it("AUTH-17 takes a password of 256 emoji, which are 1,024 bytes", async () => {
    const password = "🌼".repeat(256);
    expect((await use(await newToken(), password)).status).toBe(201);
    expect((await enter(password)).status).toBe(201);
  });

  it("AUTH-17 refuses a password of a megabyte before it is hashed", async () => {
    await expectProblem(await use(await newToken(), "a".repeat(1024 * 1024)), 413, "body-too-large");
  });

  it("CSRF-01 is not used by another site's page", async () => {
    const answer = await ask(test.app, "POST /api/account-links", {
      json: { token: await newToken(), password: NEW_PASSWORD },
      headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    });
    await expectProblem(answer, 403, "cross-site-request");
  });
});

describe("asking for a new password", () => {
  /** The server with a mail server that takes everything. */
  function withMail() {
    const sent: Mail[] = [];
    const send = async (mail: Mail) => {
      sent.push(mail);
      return true;
    };
    return { sent, deps: { ...test.deps, mail: { send } } };
  }

  it("AUTH-15 is told beforehand whether there is mail at all, whoever asks", async () => {
    const mailOf = async (app: typeof test.app) =>
      signInMethodsSchema.parse(await (await ask(app, "GET /api/sign-in/methods")).json()).mail;
    expect([await mailOf(test.app), await mailOf(createApp(withMail().deps))]).toEqual([false, true]);
  });

  it("AUTH-15 is answered alike for a known and an unknown address", async () => {
    const app = createApp(withMail().deps);
    const answers = [];
    for (const email of [person.email, "nobody@romashka.test"]) {
      const answer = await ask(app, "POST /api/password-resets", { json: { email } });
      const { "x-request-id": _id, ...headers } = Object.fromEntries(answer.headers);
      answers.push({ status: answer.status, headers, text: await answer.text() });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 202, text: "" });
  });

  it("AUTH-15 sends at most three mails an hour for one address, and answers a hundred alike", async () => {
    const { deps, sent } = withMail();
    const app = createApp({ ...deps, mail: null });
    const statuses = new Set<number>();
    for (let n = 0; n < 100; n++) {
      statuses.add((await ask(app, "POST /api/password-resets", { json: { email: person.email } })).status);
    }
    expect([...statuses]).toEqual([202]);
    for (let n = 0; n < 20; n++) await requestReset(deps, person.email, `10.0.0.${n}`);
    expect(sent).toHaveLength(3);
  });

  it("AUTH-15 mails all links of an address in one mail, in however many organisations the person is", async () => {
    const { deps, sent } = withMail();
    const { owner, db } = test.database;
    for (const locale of ["en", "ru", "ru", "ru"] as const) {
      const { id } = await makePerson(db, await makeOrganisation(db, { locale }), { name: "Анна Зяблик" });
      await owner`UPDATE people SET email = ${person.email} WHERE id = ${id}`;
    }
    for (let n = 0; n < 8; n++) await requestReset(deps, person.email, `10.0.0.${n}`);
    expect(sent.map(({ to }) => to)).toEqual(Array(3).fill(person.email));
    const text = sent[2]?.text ?? "";
    expect(text.match(/ООО «Ромашка», Анна Зяблик, (до|until) /g)).toHaveLength(4);
    const tokens = [...text.matchAll(/^http:\S+\/new-password#(\S+)$/gm)].map(([, token = ""]) => token);
    expect(tokens).toHaveLength(5);
    for (const token of tokens) expect((await look(token)).status).toBe(200);
  });

  it("sends the invitation again beside a new password, each as what it is", async () => {
    const { deps, sent } = withMail();
    const { owner, db } = test.database;
    const { id } = await makePerson(db, await makeOrganisation(db, { locale: "en" }), { name: "Anna Finch" });
    await owner`UPDATE people SET email = ${person.email}, password_hash = NULL WHERE id = ${id}`;
    await requestReset(deps, person.email, "10.0.0.1");
    expect(sent).toHaveLength(1);
    expect(sent[0]?.text).toMatch(/Anna Finch, an invitation, until .+:\nhttp:\S+\/invitation#/);
    expect(sent[0]?.text).toMatch(/Мария Жаворонкова, до .+:\nhttp:\S+\/new-password#/);
  });

  it("mails a link that works, in the organisation's language", async () => {
    const { deps, sent } = withMail();
    await requestReset(deps, person.email, "10.0.0.1");
    expect(sent).toEqual([
      {
        to: person.email,
        subject: "Новый пароль для Otklik: ООО «Ромашка»",
        text: expect.stringContaining(`Здравствуйте, ${person.name}.`),
      },
    ]);
    const token = /\/new-password#(\S+)/.exec(sent[0]?.text ?? "")?.[1] ?? "";
    expect((await use(token)).status).toBe(201);
  });

  it("ends no link that an admin has given: anybody could ask", async () => {
    const admin = await makePerson(test.database.db, person.organisation, { roles: ["admin"] });
    const given = await newToken(person, "password_reset", keyOf(admin));
    const { deps, sent } = withMail();
    await requestReset(deps, person.email, "10.0.0.1");
    expect((await look(given)).status).toBe(200);
    const mailed = /\/new-password#(\S+)/.exec(sent[0]?.text ?? "")?.[1] ?? "";
    expect((await use(given)).status).toBe(201);
    await expectProblem(await look(mailed), 400, "account-link-invalid");
  });

  it("mails nobody who was shut out, and nobody unknown", async () => {
    const { deps, sent } = withMail();
    await test.database.owner`UPDATE people SET disabled_at = now() WHERE id = ${person.id}`;
    await requestReset(deps, person.email, "10.0.0.1");
    await requestReset(deps, "nobody@romashka.test", "10.0.0.1");
    expect(sent).toEqual([]);
  });

  it("AUTH-15 answers the same when there is no mail server, and makes no link", async () => {
    const answer = await ask(test.app, "POST /api/password-resets", { json: { email: person.email } });
    expect(answer.status).toBe(202);
    await requestReset(test.deps, person.email, "10.0.0.1");
    const links = await test.database.owner`SELECT 1 FROM account_links WHERE person_id = ${person.id}`;
    expect(links).toHaveLength(0);
  });
});

/** Another secret that looks the same; the organisation's id stays. */
function swapCase(token: string): string {
  const [orgId = "", secret = ""] = token.split(".");
  const swapped = [...secret].map((letter) => {
    return letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase();
  });
  return `${orgId}.${swapped.join("")}`;
}
