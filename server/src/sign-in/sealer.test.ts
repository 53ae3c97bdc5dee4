import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSealer } from "./sealer";

const SECRET = Buffer.from("a secret of twenty b");
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "otklik-sealer-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it("opens what any server of the folder has sealed, for the same person", async () => {
  const [one, other] = [createSealer(folder), createSealer(folder)];
  const [first, second] = await Promise.all([one.seal(SECRET, "maria"), other.seal(SECRET, "maria")]);
  expect(await other.open(first, "maria")).toEqual(SECRET);
  expect(await one.open(second, "maria")).toEqual(SECRET);
  expect(first.equals(second)).toBe(false);
  expect(first.includes(SECRET)).toBe(false);
});

it("keeps its key from everybody else on the machine", async () => {
  await createSealer(folder).seal(SECRET, "maria");
  expect((await stat(path.join(folder, "keys", "second-factor.key"))).mode & 0o777).toBe(0o600);
});

it("opens nothing of another person, nothing that was changed, and nothing of another key", async () => {
  const sealer = createSealer(folder);
  const sealed = await sealer.seal(SECRET, "maria");
  await expect(sealer.open(sealed, "olga")).rejects.toThrow();
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await expect(sealer.open(changed, "maria")).rejects.toThrow();
  }
  await expect(createSealer(path.join(folder, "other")).open(sealed, "maria")).rejects.toThrow();
});
