import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { type FileHandle, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { connect } from "../../server/src/db/client";
import { openOwnedPostgres } from "../../server/src/db/owned/owned-postgres";
import { makeDevice, makeOrganisation, makePerson, type TestDevice } from "../support/organisation";
import { sampleComplaint } from "../support/sample-complaint";
import { until } from "../support/until";
import { type DataFolder, makeDataFolder } from "./data-folder";
import { endServers, type ServerChild, spawnServer } from "./server-child";

/** Room for a database that has just been made, its log, and little more. */
const DISK = "size=200m";

/** Whether this machine lets the test have a disk of its own; `app.db.test.ts` tries the answer anywhere. */
const hasMount = canMount();

let folder: DataFolder | null = null;

afterEach(async () => {
  if (folder === null) return;
  await endServers();
  await folder.killDatabase();
  execFileSync("umount", ["--lazy", folder.path]);
  await folder.remove();
  folder = null;
});

it.skipIf(!hasMount)(
  "FLT-03 on a disk that is full refuses what it cannot keep, goes on reading, and takes it when there is room again",
  async () => {
    folder = await makeDataFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", `${DISK},mode=700`, "tmpfs", folder.path]);
    const server = await spawnServer({ DATA_DIR: folder.path });
    await server.ready();
    const db = connect((await openOwnedPostgres(folder.path)).url, { applicationName: "otklik-test" });
    const device = await makeDevice(db, await makePerson(db, await makeOrganisation(db)));
    const { file, named } = snapshot();
    expect(await register(server, device, sampleComplaint({ clip: { evidence: [named] } }))).toBe(201);
    // A fresh piece of the log, so that it is a table for which there is no room.
    await db.$client`SELECT pg_switch_wal()`;
    expect(await register(server, device)).toBe(201);

    const ballast = path.join(folder.path, "ballast");
    await fill(ballast);
    let kept = 2;
    const refused = await until("a refusal", async () => {
      const status = await register(server, device);
      if (status === 201) kept++;
      return status === 201 ? null : status;
    });
    expect(refused).toBe(507);
    expect(await putFile(server, device, file)).toBe(507);
    expect(await filesIn(folder.path)).toEqual([]);
    for (const what of ["/api/badge", "/healthz", "/readyz"]) {
      // The connection of a file that was refused in its middle is closed, and a request on it has no answer.
      const status = await until(what, async () => {
        return (await fetch(`${server.url}${what}`, { headers: device.headers })).status;
      });
      expect(status).toBe(200);
    }

    await rm(ballast);
    await until("room again", async () => (await register(server, device)) === 201);
    kept++;
    expect(await putFile(server, device, file)).toBe(201);
    // Of what was refused there is neither row nor number nor file.
    const [rows] = await db.$client`
      SELECT count(*)::int AS complaints, max(ordinal) AS last,
             (SELECT count(*)::int FROM events WHERE kind = 'registered') AS events,
             (SELECT count(*)::int FROM files) AS files
      FROM complaints`;
    expect(rows).toEqual({ complaints: kept, last: kept, events: kept, files: 1 });
    expect(await filesIn(folder.path)).toHaveLength(1);
    await db.$client.end({ timeout: 1 });
  },
);

/** A page of a megabyte, and how a clip names it. */
function snapshot() {
  const file = Buffer.from(`<!doctype html><title>x</title>${"ы".repeat(500_000)}`);
  const sha256 = createHash("sha256").update(file).digest("hex");
  const named = {
    kind: "snapshot",
    sha256,
    mediaType: "text/html",
    bytes: file.length,
    region: null,
  } as const;
  return { file, named: { ...named, masks: [] } };
}

async function register(
  server: ServerChild,
  device: TestDevice,
  complaint = sampleComplaint(),
): Promise<number> {
  const answer = await fetch(`${server.url}/api/complaints`, {
    method: "POST",
    headers: { ...device.headers, "content-type": "application/json" },
    body: JSON.stringify(complaint),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function putFile(server: ServerChild, device: TestDevice, file: Buffer): Promise<number> {
  const sha256 = createHash("sha256").update(file).digest("hex");
  const answer = await fetch(`${server.url}/api/evidence/${sha256}`, {
    method: "PUT",
    headers: { ...device.headers, "content-type": "text/html" },
    body: Uint8Array.from(file),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Writes until not one byte more goes in. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, "w");
  for (const bytes of [1_048_576, 4_096, 1]) await writeWhileThereIsRoom(handle, Buffer.alloc(bytes));
  await handle.close();
}

async function writeWhileThereIsRoom(handle: FileHandle, piece: Buffer): Promise<void> {
  try {
    for (;;) await handle.write(piece);
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  }
}

/** All that lies where evidence is kept, half files too. */
async function filesIn(dataDir: string): Promise<readonly string[]> {
  const found = await readdir(path.join(dataDir, "files"), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function canMount(): boolean {
  const place = mkdtempSync(path.join(tmpdir(), "otklik-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", place], { stdio: "ignore" });
    execFileSync("umount", [place], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true });
  }
}
