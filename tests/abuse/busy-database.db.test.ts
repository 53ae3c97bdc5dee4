import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../server/src/app";
import { createDeps } from "../../server/src/create-deps";
import { connect, type Database } from "../../server/src/db/client";
import { createLog } from "../../server/src/log";
import { createMailSender } from "../../server/src/mail/mail-sender";
import { ask, expectProblem } from "../support/ask";
import { useDeps } from "../support/deps";
import { freePort } from "../support/free-port";
import { makeDevice, makeOrganisation, makePerson, signIn, type TestDevice } from "../support/organisation";
import { sampleComplaint } from "../support/sample-complaint";

const test = useDeps();
let device: TestDevice;
let desk: Record<string, string>;

beforeAll(async () => {
  const person = await makePerson(test.database.db, await makeOrganisation(test.database.db), {
    roles: ["admin"],
  });
  device = await makeDevice(test.database.db, person);
  desk = await signIn(test.database.db, person);
});

type App = ReturnType<typeof createApp>;
const register = (app: App, json = sampleComplaint({ kind: "claim" })) =>
  ask(app, "POST /api/complaints", { headers: device.headers, json });

describe("FLT-04 a lock that somebody holds", () => {
  it("is waited for four seconds, a statement for five, a connection for five", async () => {
    const { $client } = test.database.db;
    const [limits] = await $client`
      SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement`;
    expect({ ...limits, connection: $client.options.connect_timeout }).toEqual({
      lock: "4s",
      statement: "5s",
      connection: 5,
    });
  });

  it("ends in a request to come again, long before the lock does, and nothing is half done", async () => {
    const complaint = sampleComplaint({ kind: "claim" });
    expect((await register(test.app, complaint)).status).toBe(201);
    const step = () =>
      ask(test.app, `POST /api/complaints/${complaint.id}/steps`, {
        headers: desk,
        json: { clock: "answer" },
      });
    await test.database.owner.begin(async (held) => {
      await held`SELECT id FROM complaints WHERE id = ${complaint.id} FOR UPDATE`;
      // Held until it has answered: without a limit of its own it never would.
      const answer = await step();
      expect(answer.headers.get("retry-after")).toBe("2");
      await expectProblem(answer, 503, "unavailable");
      expect((await ask(test.app, "GET /healthz")).status).toBe(200);
      expect((await ask(test.app, "GET /api/badge", { headers: device.headers })).status).toBe(200);
    });
    expect((await step()).status).toBe(200);
  });
});

describe("FLT-04 a database that has nothing to give", () => {
  let few: Database | undefined;
  afterEach(async () => {
    await few?.$client.end({ timeout: 1 });
    few = undefined;
  });
  const appOn = (db: Database) => createApp(createDeps(db, test.deps.env, test.deps.log));

  it("no connection: says so at once, lives, and serves when there is one", async () => {
    const { owner } = test.database;
    few = connect(test.database.address.appUrl, { connections: 2 });
    const app = appOn(few);
    const [{ database } = { database: "" }] = await owner<
      { database: string }[]
    >`SELECT current_database() AS database`;
    await owner`ALTER DATABASE ${owner(database)} CONNECTION LIMIT 0`;
    try {
      for (const what of ["GET /readyz", "GET /api/badge"]) {
        const answer = await ask(app, what, { headers: device.headers });
        expect(answer.headers.get("retry-after")).toBe("2");
        await expectProblem(answer, 503, "unavailable");
      }
      await expectProblem(await register(app), 503, "unavailable");
      expect((await ask(app, "GET /healthz")).status).toBe(200);
    } finally {
      await owner`ALTER DATABASE ${owner(database)} CONNECTION LIMIT -1`;
    }
    await expect.poll(async () => (await ask(app, "GET /readyz")).status, { timeout: 30_000 }).toBe(200);
    expect((await register(app)).status).toBe(201);
  });

  it("every connection stuck behind one lock: it says that it is not ready, lives, and serves when the lock is gone", async () => {
    few = connect(test.database.address.appUrl, { connections: 2 });
    const app = appOn(few);
    const complaint = sampleComplaint({ kind: "claim" });
    expect((await register(app, complaint)).status).toBe(201);
    const step = () =>
      ask(app, `POST /api/complaints/${complaint.id}/steps`, { headers: desk, json: { clock: "answer" } });
    const stuck = await test.database.owner.begin(async (held) => {
      await held`SELECT id FROM complaints WHERE id = ${complaint.id} FOR UPDATE`;
      const asked = [step(), step()];
      await expect
        .poll(
          () => test.database.owner`
            SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
        .toHaveLength(2);
      await expectProblem(await ask(app, "GET /readyz"), 503, "unavailable");
      expect((await ask(app, "GET /healthz")).status).toBe(200);
      // In an array: promises that are given back alone would be waited for before the lock is let go.
      return { asked };
    });
    const statuses = (await Promise.all(stuck.asked)).map(({ status }) => status);
    // On a machine that is busy enough they are told to come again instead.
    for (const status of statuses) expect([200, 409, 503]).toContain(status);
    expect(statuses.filter((status) => status === 200).length).toBeLessThan(2);
    expect((await ask(app, "GET /readyz")).status).toBe(200);
  });
});

it("FLT-09 a mail server that is down keeps nobody from registering, and is told of to nobody outside", async () => {
  const lines: string[] = [];
  const log = createLog({ write: (line: string) => lines.push(line) });
  const settings = { smtpUrl: `smtp://127.0.0.1:${await freePort()}`, from: "register@example.test" };
  const mail = createMailSender(settings, log);
  const app = createApp({ ...test.deps, log, mail });
  const known = await makePerson(test.database.db, await makeOrganisation(test.database.db));
  const answers = [];
  for (const email of [known.email, "nobody@romashka.test"]) {
    const answer = await ask(app, "POST /api/password-resets", { json: { email } });
    answers.push({ status: answer.status, text: await answer.text() });
  }
  expect(answers).toEqual(Array(2).fill({ status: 202, text: "" }));
  expect((await register(app)).status).toBe(201);
  // The operator is told, once, and the address is not.
  const told = () => lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
  await expect.poll(told).toHaveLength(1);
  expect(JSON.stringify(told())).not.toContain(known.email);
  expect((await register(app)).status).toBe(201);
});

/** A wire to the database that can be slow, silent or cut. */
interface Wire {
  readonly db: Database;
  readonly app: App;
  delay(ms: number): void;
  /** Takes what comes and passes nothing on, as when a cable is pulled. */
  silence(isSilent: boolean): void;
  cut(): void;
  close(): Promise<void>;
}

async function openWire(): Promise<Wire> {
  const target = new URL(test.database.address.appUrl);
  const sockets = new Set<Socket>();
  let delayMs = 0;
  let isSilent = false;
  const pass = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
    from.on("data", (bytes) => {
      if (isSilent) return;
      if (delayMs === 0) to.write(bytes);
      else setTimeout(() => to.destroyed || to.write(bytes), delayMs);
    });
  };
  const proxy: Server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    pass(near, far);
    pass(far, near);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const address = new URL(target);
  address.hostname = "127.0.0.1";
  address.port = String((proxy.address() as AddressInfo).port);
  const db = connect(address.href);
  return {
    db,
    app: createApp(createDeps(db, test.deps.env, test.deps.log)),
    delay: (ms) => {
      delayMs = ms;
    },
    silence: (silent) => {
      isSilent = silent;
    },
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      await db.$client.end({ timeout: 1 });
      for (const socket of sockets) socket.destroy();
      await once(proxy.close(), "close");
    },
  };
}

describe("FLT-12 the way to the database", () => {
  let wire: Wire | undefined;
  afterEach(() => wire?.close());

  it("may be slow: everything comes, once", async () => {
    wire = await openWire();
    const { app } = wire;
    expect((await register(app)).status).toBe(201);
    wire.delay(100);
    const complaint = sampleComplaint();
    const answers = await Promise.all([register(app, complaint), register(app, complaint)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  });

  it("may be cut in the middle: who asked is told to come again, and finds everything once", async () => {
    wire = await openWire();
    const { app } = wire;
    expect((await register(app)).status).toBe(201);
    wire.silence(true);
    const complaint = sampleComplaint();
    const asked = register(app, complaint);
    setTimeout(wire.cut, 500);
    await expectProblem(await asked, 503, "unavailable");
    wire.silence(false);
    wire.cut();
    await expect.poll(async () => (await register(app, complaint)).ok, { timeout: 30_000 }).toBe(true);
    expect((await register(app, complaint)).status).toBe(200);
    expect((await ask(app, "GET /readyz")).status).toBe(200);
  });
});
