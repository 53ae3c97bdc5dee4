import { access, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { adapterText, fixtureText, testText } from "./site-templates";

/** What the sites are sorted by; each has a folder. */
export const SITE_FOLDERS = ["social", "reviews", "discussion", "mail"] as const;
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Words that cannot name a constant, and names of files that are no sites. */
const TAKEN = new Set(
  "index any-page break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await".split(
    " ",
  ),
);

/**
 * Puts a new site in place: adapter, fixture, test, its line in a list, and its name among those that the desk may
 * correct. What it makes passes the tests as it is.
 *
 * @param place folder and name, such as `reviews/otzovik`
 * @param sites the folder of the sites
 * @param names the file with their names
 * @returns the paths of what was made or changed
 * @throws Error with one sentence when the place is no good or taken
 */
export async function newSite(place: string, sites: string, names: string): Promise<string[]> {
  const [folder = "", name = "", ...rest] = place.split("/");
  const kind = SITE_FOLDERS.find((known) => known === folder);
  if (kind === undefined || rest.length > 0) {
    throw new Error(`"${place}" is no place of a site: use ${SITE_FOLDERS.join(", ")}, "/" and a name.`);
  }
  if (!NAME.test(name) || TAKEN.has(name)) {
    throw new Error(
      `"${name}" cannot name a site: use small Latin letters, digits and hyphens, such as "otzovik".`,
    );
  }
  const constant = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const files = new Map([
    [path.join(sites, kind, `${name}.ts`), adapterText(name, constant, kind)],
    [path.join(sites, kind, `${name}.fixture.html`), fixtureText(name)],
    [path.join(sites, kind, `${name}.test.ts`), testText(name, kind)],
  ]);
  for (const file of files.keys()) {
    if (await exists(file)) throw new Error(`There is a site "${name}" already: ${file}.`);
  }
  // Webmails come with the further readers, the rest with every clip.
  const index = path.join(sites, kind === "mail" ? "mail-sites.ts" : "index.ts");
  const listed = withSite(await readFile(index, "utf8"), `${kind}/${name}`, constant);
  const named = withName(await readFile(names, "utf8"), name);
  for (const [file, text] of files) await writeFile(file, text, { flag: "wx" });
  await writeFile(index, listed);
  await writeFile(names, named);
  return [...files.keys(), index, names];
}

/** The file of a list with the site's import in its alphabetical place, and the site last in the list. */
function withSite(index: string, place: string, constant: string): string {
  const lines = index.split("\n");
  const line = `import { ${constant} } from "./${place}";`;
  const isLater = (other: string) => (/ from "\.\/([^"]+)";$/.exec(other)?.[1] ?? "") > place;
  const after = lines.findLastIndex((other) => other.startsWith("import "));
  const at = lines.findIndex(isLater);
  lines.splice(at === -1 ? after + 1 : at, 0, line);
  const text = lines.join("\n");
  const list = /^export const \w*SITES\b[^=]*= \[[^\]]*?(?=,?(\s*)\];$)/m.exec(text);
  if (list === null) throw new Error("The list of sites is not where it was.");
  const end = list.index + list[0].length;
  return `${text.slice(0, end)},${list[1] === "" ? " " : "\n  "}${constant}${text.slice(end)}`;
}

/** The list of names with the site's in its alphabetical place. */
function withName(list: string, name: string): string {
  const lines = list.split("\n");
  const end = lines.indexOf("] as const;");
  if (end === -1) throw new Error("The file of sites' names holds no list of them.");
  const later = lines.findIndex((line) => (/^ {2}"(.+)",$/.exec(line)?.[1] ?? "") > name);
  lines.splice(later === -1 ? end : later, 0, `  "${name}",`);
  return lines.join("\n");
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
