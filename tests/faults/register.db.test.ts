import { setTimeout as wait } from "node:timers/promises";
import type { RegisteredComplaint } from "@otklik/shared/complaint/complaint";
import { afterEach, expect, it } from "vitest";
import { connect, type Database } from "../../server/src/db/client";
import { type OwnedPostgres, openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";
import { makeDevice, makeOrganisation, makePerson, type TestDevice } from "../support/organisation";
import { registerOver } from "../support/register-over";
import { sampleComplaint } from "../support/sample-complaint";
import { until } from "../support/until";
import { type DataFolder, makeDataFolder } from "./data-folder";
import { endServers, spawnServer } from "./server-child";

let folder: DataFolder;
let owned: OwnedPostgres;
let db: Database;

/** Opens the database as its owner, beside the servers. */
async function open(): Promise<void> {
  owned = await openOwnedPostgres(folder.path);
  db = connect(owned.url, { connections: 2, applicationName: "otklik-test" });
}

afterEach(async () => {
  await endServers();
  await db.$client.end({ timeout: 1 });
  await folder.remove();
});

async function makeDevices(count: number): Promise<TestDevice[]> {
  return Promise.all(
    Array.from({ length: count }, async () =>
      makeDevice(db, await makePerson(db, await makeOrganisation(db))),
    ),
  );
}

/** Runs `work` for 0 to `count` - 1, `atOnce` at a time. */
async function forEachOf(
  count: number,
  atOnce: number,
  work: (place: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) await work(next++);
    }),
  );
}

/** Within which a server whose database was killed must take registrations again. */
const RECOVERY_MS = 15_000;

interface Series {
  readonly complaints: number;
  readonly last: number;
  readonly different: number;
  readonly counter: number;
  readonly events: number;
}

/** The numbers of each organisation and year. */
const series = () => db.$client<Series[]>`
  SELECT count(*)::int AS complaints, max(c.ordinal) AS last, count(DISTINCT c.ordinal)::int AS different,
         max(n.last_ordinal) AS counter,
         (SELECT count(*)::int FROM events e WHERE e.org_id = c.org_id AND e.kind = 'registered') AS events
  FROM complaints c JOIN number_counters n ON n.org_id = c.org_id AND n.year = c.year AND n.series = 'incoming'
  GROUP BY c.org_id, c.year`;

/** Each series ends where its counter stands, and has each number and each line of the history once. */
function expectNoGaps(found: readonly Series[]): void {
  for (const { complaints, ...others } of found) {
    expect(others).toEqual({
      last: complaints,
      different: complaints,
      counter: complaints,
      events: complaints,
    });
  }
}

it("RACE-05, RACE-13 four servers, started at once on an empty database, number 2,000 clips of three organisations without a gap", async () => {
  folder = await makeDataFolder();
  await open();
  const servers = await Promise.all(
    Array.from({ length: 4 }, () => spawnServer({ DATABASE_URL: owned.url })),
  );
  await Promise.all(servers.map((server) => server.ready()));
  const devices = await makeDevices(3);

  await forEachOf(2_000, 48, async (place) => {
    const [server, device] = [servers[place % 4], devices[place % 3]];
    if (server === undefined || device === undefined) throw new Error("No such server or device");
    const complaint = sampleComplaint({ kind: "claim" });
    const receipt = await registerOver(server, device, complaint);
    // Every tenth is sent again, to another server.
    if (place % 10 === 0) {
      expect(await registerOver(servers[(place + 1) % 4] ?? server, device, complaint)).toEqual({
        ...receipt,
        created: false,
      });
    }
  });

  const found = await series();
  expect(found.reduce((sum, { complaints }) => sum + complaints, 0)).toBe(2_000);
  expect(found).toHaveLength(3);
  expectNoGaps(found);
  expect(await Promise.all(servers.map((server) => server.end("SIGTERM")))).toEqual([0, 0, 0, 0]);
});

it("RACE-06 loses nothing that it has acknowledged when server and database are killed in the middle of 500 registrations", async () => {
  folder = await makeDataFolder();
  let server = await spawnServer({ DATA_DIR: folder.path });
  await server.ready();
  await open();
  const devices = await makeDevices(2);
  const acknowledged: RegisteredComplaint[] = [];
  const unanswered: { device: TestDevice; complaint: ReturnType<typeof sampleComplaint> }[] = [];

  const registering = forEachOf(500, 16, async (place) => {
    const device = devices[place % 2];
    if (device === undefined) throw new Error("No such device");
    const complaint = sampleComplaint({ kind: "claim" });
    try {
      acknowledged.push(await registerOver(server, device, complaint));
    } catch {
      unanswered.push({ device, complaint });
    }
  });
  await until("a part of them to be acknowledged", () => acknowledged.length >= 150);
  await Promise.all([server.end("SIGKILL"), folder.killDatabase()]);
  await registering;
  expect(unanswered.length).toBeGreaterThan(0);

  server = await spawnServer({ DATA_DIR: folder.path });
  await server.ready();
  await db.$client.end({ timeout: 1 });
  await open();
  const kept = await db.$client<{ id: string; number: string }[]>`
    SELECT id, year || '-' || lpad(ordinal::text, 6, '0') AS number FROM complaints`;
  const numberOf = new Map(kept.map(({ id, number }) => [id, number]));
  expect(acknowledged.filter(({ id, incomingNumber }) => numberOf.get(id) !== incomingNumber)).toEqual([]);

  // What had no answer is sent again, as the extension does: then all are there, without a gap.
  for (const { device, complaint } of unanswered) await registerOver(server, device, complaint);
  const found = await series();
  expect(found.map(({ complaints }) => complaints)).toEqual([250, 250]);
  expectNoGaps(found);
});

it("FLT-01 loses, doubles and skips nothing while one of two servers is killed again and again", async () => {
  folder = await makeDataFolder();
  await open();
  const spawn = () => spawnServer({ DATABASE_URL: owned.url });
  const servers = [await spawn(), await spawn()];
  await Promise.all(servers.map((server) => server.ready()));
  const devices = await makeDevices(2);
  const acknowledged: RegisteredComplaint[] = [];
  let turn = 0;
  let isOver = false;

  const registering = forEachOf(8, 8, async (place) => {
    const device = devices[place % 2];
    if (device === undefined) throw new Error("No such device");
    while (!isOver) {
      const complaint = sampleComplaint({ kind: "claim" });
      // Sent until it has an answer, by whichever server, as the extension does.
      const receipt = await until("an answer", () => {
        const server = servers[turn++ % 2];
        return server === undefined ? null : registerOver(server, device, complaint);
      });
      acknowledged.push(receipt);
    }
  });
  for (const place of [0, 1, 0]) {
    const before = acknowledged.length;
    await until("some to be acknowledged", () => acknowledged.length >= before + 30);
    await servers[place]?.end("SIGKILL");
    const spawned = await spawn();
    await spawned.ready();
    servers[place] = spawned;
  }
  isOver = true;
  await registering;

  const kept = await db.$client<{ id: string; number: string }[]>`
    SELECT id, year || '-' || lpad(ordinal::text, 6, '0') AS number FROM complaints`;
  const numberOf = new Map(kept.map(({ id, number }) => [id, number]));
  expect(acknowledged.filter(({ id, incomingNumber }) => numberOf.get(id) !== incomingNumber)).toEqual([]);
  expect(kept).toHaveLength(acknowledged.length);
  expectNoGaps(await series());
}, 240_000);

it("FLT-02 goes on by itself soon after the database was killed under load, keeps nobody waiting meanwhile, and loses nothing", async () => {
  folder = await makeDataFolder();
  const server = await spawnServer({ DATA_DIR: folder.path });
  await server.ready();
  await open();
  const [device] = await makeDevices(1);
  if (device === undefined) throw new Error("No device");
  const acknowledged: string[] = [];
  const refused: string[] = [];
  let slowestMs = 0;
  let isOver = false;

  const registering = forEachOf(8, 8, async () => {
    while (!isOver) {
      const complaint = sampleComplaint();
      const askedAt = performance.now();
      const answer = await fetch(`${server.url}/api/complaints`, {
        method: "POST",
        headers: { ...device.headers, "content-type": "application/json" },
        body: JSON.stringify(complaint),
      }).catch(() => null);
      // A connection that the server has closed in the same moment is no answer.
      if (answer === null) continue;
      await answer.arrayBuffer();
      slowestMs = Math.max(slowestMs, performance.now() - askedAt);
      if (answer.status === 201) acknowledged.push(complaint.id);
      else {
        refused.push(`${answer.status}, again in ${answer.headers.get("retry-after")} s`);
        // Sooner than asked to, and not so soon that nothing else is done on this machine.
        await wait(50);
      }
    }
  });
  await until("registrations", () => acknowledged.length > 50);
  await folder.killDatabase();
  await until("a refusal", () => refused.length > 0);
  const before = acknowledged.length;
  // Fifteen seconds are promised; a machine that does other things reads the database's log four times as long at most.
  await until("registrations again", () => acknowledged.length > before, 4 * RECOVERY_MS);
  await until("many of them", () => acknowledged.length > before + 50);
  isOver = true;
  await registering;

  expect(new Set(refused)).toEqual(new Set(["503, again in 2 s"]));
  expect(slowestMs).toBeLessThan(2 * RECOVERY_MS);
  await db.$client.end({ timeout: 1 });
  await open();
  const kept = await db.$client<{ id: string }[]>`SELECT id FROM complaints`;
  const ids = new Set(kept.map(({ id }) => id));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expectNoGaps(await series());
}, 300_000);
