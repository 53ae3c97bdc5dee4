import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newSite } from "./new-site";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "otklik-sites-"));
  await cp(fileURLToPath(new URL("../clip/sites/index.ts", import.meta.url)), path.join(folder, "index.ts"));
});

afterEach(() => rm(folder, { recursive: true }));

describe("a new site", () => {
  it("has its three files and stands in the index before the one for any page", async () => {
    await newSite("bystry-kot", folder);
    expect((await readdir(folder)).sort()).toEqual([
      "bystry-kot.fixture.html",
      "bystry-kot.test.ts",
      "bystry-kot.ts",
      "index.ts",
    ]);
    const index = await readFile(path.join(folder, "index.ts"), "utf8");
    expect(index).toContain("bystryKot, anyPage]");
    const imported = [...index.matchAll(/ from "\.\/([^"]+)"/g)].map((match) => match[1]);
    expect(imported).toContain("bystry-kot");
    expect(imported).toEqual(imported.toSorted());
  });

  it.each(["Site", "a b", "../x", "x-", "index", "any-page", "class", "отзыв", ""])(
    "named %j is refused with a sentence, and nothing is written",
    async (name) => {
      await expect(newSite(name, folder)).rejects.toThrow(/cannot name a site/);
      expect(await readdir(folder)).toEqual(["index.ts"]);
    },
  );

  it("that is there already is refused, and the index stays as it is", async () => {
    await newSite("kot", folder);
    const before = await readFile(path.join(folder, "index.ts"), "utf8");
    await expect(newSite("kot", folder)).rejects.toThrow(/already/);
    expect(await readFile(path.join(folder, "index.ts"), "utf8")).toBe(before);
  });
});
