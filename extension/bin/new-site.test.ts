import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newSite } from "./new-site";

let folder = "";
let names = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "otklik-sites-"));
  names = path.join(folder, "site-names.ts");
  await cp(fileURLToPath(new URL("../../shared/src/capture/site-names.ts", import.meta.url)), names);
  await mkdir(path.join(folder, "reviews"));
  await mkdir(path.join(folder, "mail"));
  for (const list of ["index.ts", "mail-sites.ts"]) {
    await cp(fileURLToPath(new URL(`../clip/sites/${list}`, import.meta.url)), path.join(folder, list));
  }
});

afterEach(() => rm(folder, { recursive: true }));

describe("a new site", () => {
  it("has its three files in its folder and stands in the index", async () => {
    await newSite("reviews/bystry-kot", folder, names);
    expect((await readdir(path.join(folder, "reviews"))).sort()).toEqual([
      "bystry-kot.fixture.html",
      "bystry-kot.test.ts",
      "bystry-kot.ts",
    ]);
    const index = await readFile(path.join(folder, "index.ts"), "utf8");
    expect(index).toMatch(/export const SITES[^;]*\n {2}bystryKot,\n\];/);
    const imported = [...index.matchAll(/ from "\.\/([^"]+)"/g)].map((match) => match[1]);
    expect(imported).toContain("reviews/bystry-kot");
    expect(imported).toEqual(imported.toSorted());
    const named = [...(await readFile(names, "utf8")).matchAll(/^ {2}"([^"]+)",$/gm)].map(
      (match) => match[1],
    );
    expect(named).toContain("bystry-kot");
    expect(named).toEqual(named.toSorted());
  });

  it("of mails stands in the list that comes with the further readers, and in no other", async () => {
    const before = await readFile(path.join(folder, "index.ts"), "utf8");
    await newSite("mail/bystry-kot", folder, names);
    const list = await readFile(path.join(folder, "mail-sites.ts"), "utf8");
    expect(list).toMatch(/export const MAIL_SITES[^;]*, bystryKot\];/);
    expect(list).toContain('import { bystryKot } from "./mail/bystry-kot";');
    expect(await readFile(path.join(folder, "index.ts"), "utf8")).toBe(before);
  });

  it.each(["Site", "a b", "../x", "x-", "index", "any-page", "class", "отзыв", "", "x/y"])(
    "named %j is refused with a sentence, and nothing is written",
    async (name) => {
      await expect(newSite(`reviews/${name}`, folder, names)).rejects.toThrow(
        /cannot name a site|no place of a site/,
      );
      expect((await readdir(folder, { recursive: true })).sort()).toEqual([
        "index.ts",
        "mail",
        "mail-sites.ts",
        "reviews",
        "site-names.ts",
      ]);
    },
  );

  it.each(["otzovik", "shops/otzovik", "../reviews/otzovik", ""])(
    "at %j is refused with a sentence that names the folders",
    async (place) => {
      await expect(newSite(place, folder, names)).rejects.toThrow(/use social, reviews, discussion, mail/);
    },
  );

  it("that is there already is refused, and the index stays as it is", async () => {
    await newSite("reviews/kot", folder, names);
    const before = await readFile(path.join(folder, "index.ts"), "utf8");
    await expect(newSite("reviews/kot", folder, names)).rejects.toThrow(/already/);
    expect(await readFile(path.join(folder, "index.ts"), "utf8")).toBe(before);
  });
});
