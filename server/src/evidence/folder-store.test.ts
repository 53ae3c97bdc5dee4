import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { FileStore } from "./file-store";
import { createFolderStore } from "./folder-store";

const KEY = { orgId: "7c0f6c5e-0f0f-4a4a-8b8b-000000000001", sha256: "ab".repeat(32) };

let root: string;
let store: FileStore;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "otklik-files-"));
  store = createFolderStore(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function read(key = KEY): Promise<string | null> {
  const file = await store.open(key);
  return file === null ? null : new Response(file.stream).text();
}

it("keeps a file and gives it back with its size", async () => {
  await store.keep(KEY, chunks("one ", "two"));
  expect(await read()).toBe("one two");
  expect((await store.open(KEY))?.bytes).toBe(7);
});

it("has no file of another organisation", async () => {
  await store.keep(KEY, chunks("one"));
  expect(await read({ ...KEY, orgId: "7c0f6c5e-0f0f-4a4a-8b8b-000000000002" })).toBeNull();
});

it("ATT-09 keeps nothing when the source fails, and says why", async () => {
  async function* failing() {
    yield Buffer.from("half");
    throw new Error("the sender went away");
  }
  await expect(store.keep(KEY, failing())).rejects.toThrow("the sender went away");
  expect(await read()).toBeNull();
  expect(
    (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
  ).toEqual([]);
});

it("ATT-09 forgets what was begun an hour ago and never finished, and leaves what is still coming", async () => {
  await store.keep(KEY, chunks("whole"));
  let end = () => {};
  const coming = new Promise<void>((resolve) => {
    end = resolve;
  });
  async function* slow() {
    yield Buffer.from("half");
    await coming;
  }
  const keeping = [0, 1].map((n) => store.keep({ ...KEY, sha256: `${n}`.repeat(64) }, slow()));
  const folder = path.join(root, ".unfinished");
  await expect.poll(() => readdir(folder).catch(() => [])).toHaveLength(2);
  const [old = "", young] = await readdir(folder);
  await utimes(path.join(folder, old), new Date(0), new Date(0));
  await store.forgetUnfinished(new Date(Date.now() - 3_600_000));
  expect(await readdir(folder)).toEqual([young]);
  expect(await read()).toBe("whole");
  end();
  const settled = await Promise.allSettled(keeping);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("ATT-09 has nothing to forget where no file was ever kept", async () => {
  await store.forgetUnfinished(new Date());
  expect(await read()).toBeNull();
});

it("ATT-07 keeps the same file sent twice at once as one", async () => {
  await Promise.all([store.keep(KEY, chunks("same")), store.keep(KEY, chunks("same"))]);
  expect(await read()).toBe("same");
  expect(
    (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
  ).toHaveLength(1);
});

it("opens nothing until somebody reads, so that a question for the size leaves nothing open", async () => {
  await store.keep(KEY, chunks("one"));
  const file = await store.open(KEY);
  await rm(root, { recursive: true });
  await expect(new Response(file?.stream).text()).rejects.toThrow("ENOENT");
});
