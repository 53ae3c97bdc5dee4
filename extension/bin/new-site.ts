import { access, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { adapterText, fixtureText, testText } from "./site-templates";

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Files of the folder that are no sites, and words that cannot name a constant. */
const TAKEN = new Set(
  "index site-adapter any-page break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await".split(
    " ",
  ),
);

/**
 * Puts a new site in place: adapter, fixture, test, and its line in the index, before the adapter
 * for any page. What it makes passes the tests as it is.
 *
 * @param folder of the sites
 * @returns the paths of what was made or changed
 * @throws Error with one sentence when the name is no good or taken
 */
export async function newSite(name: string, folder: string): Promise<string[]> {
  if (!NAME.test(name) || TAKEN.has(name)) {
    throw new Error(
      `"${name}" cannot name a site: use small Latin letters, digits and hyphens, such as "otzovik".`,
    );
  }
  const constant = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const files = new Map([
    [path.join(folder, `${name}.ts`), adapterText(name, constant)],
    [path.join(folder, `${name}.fixture.html`), fixtureText(name)],
    [path.join(folder, `${name}.test.ts`), testText(name)],
  ]);
  for (const file of files.keys()) {
    if (await exists(file)) throw new Error(`There is a site "${name}" already: ${file}.`);
  }
  const index = path.join(folder, "index.ts");
  const listed = withSite(await readFile(index, "utf8"), name, constant);
  for (const [file, text] of files) await writeFile(file, text, { flag: "wx" });
  await writeFile(index, listed);
  return [...files.keys(), index];
}

/** The index with the site's import in its alphabetical place and the site before the one for any page. */
export function withSite(index: string, name: string, constant: string): string {
  const lines = index.split("\n");
  const line = `import { ${constant} } from "./${name}";`;
  const isLater = (other: string) => (/ from "\.\/([^"]+)";$/.exec(other)?.[1] ?? "") > name;
  const after = lines.findLastIndex((other) => other.startsWith("import "));
  const at = lines.findIndex(isLater);
  lines.splice(at === -1 ? after + 1 : at, 0, line);
  const text = lines.join("\n");
  if (!text.includes("anyPage]"))
    throw new Error("The list of sites does not end with the adapter for any page.");
  return text.replace("anyPage]", `${constant}, anyPage]`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
