import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createPort } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isProcessAlive } from "../../server/src/db/owned/process-state";
import { until } from "../support/until";
import { type DataFolder, makeDataFolder } from "./data-folder";
import { type ServerChild, spawnServer } from "./server-child";

let folder: DataFolder;

beforeEach(async () => {
  folder = await makeDataFolder();
});

afterEach(async () => {
  await folder.remove();
});

async function started(): Promise<ServerChild> {
  const server = await spawnServer({ DATA_DIR: folder.path });
  await server.ready();
  await until("its set-up link", () => linkOf(server) !== "");
  return server;
}

const postmasterFile = () => path.join(folder.path, "postgres", "cluster", "postmaster.pid");

/** A set-up link is known to whoever shares the database of the server that has printed it. */
const linkOf = (server: ServerChild) => /\/setup#(\S+)/.exec(server.output())?.[1] ?? "";

const knowsLink = async (server: ServerChild, link: string) =>
  (
    await fetch(`${server.url}/api/setup/lookup`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token: link }),
    })
  ).status === 200;

it("stops its database when it is asked to stop, and finds everything at the next start", async () => {
  const first = await started();
  const link = linkOf(first);
  expect(await first.end("SIGTERM")).toBe(0);
  expect(await folder.postmaster()).toBeNull();
  const second = await started();
  expect(await knowsLink(second, link)).toBe(true);
});

it("keeps the database's password and files from other people of the machine", async () => {
  await started();
  const home = path.join(folder.path, "postgres");
  const modes = await Promise.all(
    ["password", "log", "port", "cluster"].map(
      async (name) => (await stat(path.join(home, name))).mode & 0o077,
    ),
  );
  expect(modes).toEqual([0, 0, 0, 0]);
});

it("FLT-11 adopts the database that a killed server has left running", async () => {
  const first = await started();
  const link = linkOf(first);
  const orphan = await folder.postmaster();
  await first.end("SIGKILL");
  expect(await isProcessAlive(orphan ?? 0)).toBe(true);
  const second = await started();
  expect(await folder.postmaster()).toBe(orphan);
  expect(await knowsLink(second, link)).toBe(true);
  // And stops it as its own.
  expect(await second.end("SIGTERM")).toBe(0);
  expect(await isProcessAlive(orphan ?? 0)).toBe(false);
});

it.each([
  ["that is gone", async () => 999_999_999],
  ["of another program", async () => process.pid],
  ["that is a zombie", zombie],
])("starts over the mark of a process %s", async (_what, pid) => {
  const first = await started();
  const mark = await readFile(postmasterFile(), "utf8");
  await Promise.all([first.end("SIGKILL"), folder.killDatabase()]);
  await writeFile(postmasterFile(), mark.replace(/^\d+/, String(await pid())));
  const second = await started();
  expect(await knowsLink(second, linkOf(first))).toBe(true);
});

it("FLT-02 comes back at its port, which another program had meanwhile", async () => {
  const server = await started();
  const link = linkOf(server);
  const home = path.join(folder.path, "postgres");
  const port = Number(await readFile(path.join(home, "port"), "utf8"));
  // Held while its port changes hands, so that it does not start the database before.
  process.kill(server.pid, "SIGSTOP");
  await folder.killDatabase();
  const other = createPort((socket) => socket.destroy()).listen(port, "127.0.0.1");
  await once(other, "listening");
  process.kill(server.pid, "SIGCONT");
  await until("the port to be found taken", async () =>
    (await readFile(path.join(home, "log"), "utf8")).includes("could not create any TCP/IP sockets"),
  );
  other.close();
  await until("the link to be known again", () => knowsLink(server, link));
  expect(Number(await readFile(path.join(home, "port"), "utf8"))).toBe(port);
});

it("FLT-11 lets a second server on the same folder join, and the last one to leave stops the database", async () => {
  const first = await started();
  const second = await started();
  const shared = await folder.postmaster();
  expect(await knowsLink(second, linkOf(first))).toBe(true);
  expect(await first.end("SIGTERM")).toBe(0);
  expect(await folder.postmaster()).toBe(shared);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect(await second.end("SIGTERM")).toBe(0);
  expect(await folder.postmaster()).toBeNull();
});

it("FLT-11 makes one database when three servers start at the same moment on an empty folder", async () => {
  const servers = await Promise.all([1, 2, 3].map(() => spawnServer({ DATA_DIR: folder.path })));
  await Promise.all(servers.map((server) => until("its set-up link", () => linkOf(server) !== "")));
  for (const server of servers) {
    for (const other of servers) expect(await knowsLink(server, linkOf(other))).toBe(true);
  }
  expect((await readdir(folder.path)).filter((name) => name.startsWith("postgres"))).toEqual(["postgres"]);
  // All at once too: somebody is the last.
  expect(await Promise.all(servers.map((server) => server.end("SIGTERM")))).toEqual([0, 0, 0]);
  expect(await folder.postmaster()).toBeNull();
});

it("says in one sentence that the port is in use, and leaves no database behind", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const server = await spawnServer({ DATA_DIR: folder.path, PORT: String(port) });
  expect(await server.exit()).toBe(1);
  expect(server.output()).toBe(`Port ${port} of 127.0.0.1 is in use: stop what uses it, or set PORT.\n`);
  expect(await folder.postmaster()).toBeNull();
  other.close();
});

it.each([
  ["a wrong setting", { PORT: "http" }, /^PORT must be a whole number from 1 to 65535\.\n$/],
  [
    "a database that is not there",
    { DATABASE_URL: "postgres://127.0.0.1:1/otklik" },
    /^PostgreSQL at 127\.0\.0\.1:1 refuses connections: is it running\?\n$/,
  ],
])("says in one sentence: %s", async (_what, settings, sentence) => {
  const server = await spawnServer({ DATA_DIR: folder.path, ...settings });
  expect(await server.exit()).toBe(1);
  expect(server.output()).toMatch(sentence);
});

/** A process that has ended and that nobody asks for. */
async function zombie(): Promise<number> {
  const shell = spawn("sh", ["-c", "sleep 0 & echo $!; exec sleep 600"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(shell.stdout, "data");
  zombies.push(shell);
  return Number(String(line));
}

const zombies: ReturnType<typeof spawn>[] = [];

afterEach(() => {
  for (const shell of zombies.splice(0)) shell.kill();
});
