import { posix } from "node:path";
import { matches, type Rule, sample } from "../rule";
import type { TreeFile } from "../tree";

const TOP = "extension|server|shared|tests|\\.ci";
/** A path in backquotes or in a link, from the root: `server/src/db/schema.ts`. */
const NAMED_PATH = new RegExp(`[\`(]((?:${TOP})(?:/[\\w.@-]+)*/?)(?:#[\\w-]*)?[\`)]`, "g");
const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)/g;

/** Made by building or by an example of a document; named, but not kept. */
const NOT_KEPT = /(?:^|\/)(?:dist|\.output|node_modules)(?:\/|$)|otzovik/;

export const documentsNameWhatIs: Rule = {
  says: "every path that a document names exists",
  breaches: (tree) => {
    const kept = new Set(tree.flatMap((file) => [file.path, ...foldersOf(file.path)]));
    return documents(tree).flatMap((document) => {
      const text = document.text.replaceAll(LINK, (_link, to: string) => {
        const named = posix.join(posix.dirname(document.path), to);
        return `](${named}`;
      });
      const named = [NAMED_PATH, LINK].flatMap((pattern) =>
        [...text.matchAll(pattern)].map((match) => (match[1] ?? "").replace(/\/$/, "")),
      );
      return named
        .filter((name) => !kept.has(name) && !NOT_KEPT.test(name))
        .map((name) => `${document.path} names ${name}`);
    });
  },
  bad: [
    sample("README.md", "See `server/src/gone.ts`."),
    sample("CONTRIBUTING.md", "See [the rules](shared/src/gone.md)."),
  ],
  good: [
    [...sample("README.md", "See `server/src/app.ts` and `server/src`."), ...sample("server/src/app.ts", "")],
    [...sample("server/docs/a.md", "![A view](a.png)"), ...sample("server/docs/a.png", "")],
    sample("README.md", "Load `extension/.output/chrome-mv3`, see [WXT](https://wxt.dev)."),
  ],
};

export const documentsNameCommandsThatAre: Rule = {
  says: "every command that a document names is a script of package.json",
  breaches: (tree) => {
    const manifest = tree.find((file) => file.path === "package.json")?.text ?? "{}";
    const parsed: { scripts?: Record<string, string> } = JSON.parse(manifest);
    const known = new Set([...Object.keys(parsed.scripts ?? {}), ...PNPM_OWN]);
    return documents(tree).flatMap((document) =>
      [...document.text.matchAll(/\bpnpm(?:@[\d.]+)? ([a-z][\w:-]*)/g)]
        .map((match) => match[1] ?? "")
        .filter((name) => !known.has(name))
        .map((name) => `${document.path} names pnpm ${name}`),
    );
  },
  bad: [
    [...sample("package.json", '{"scripts":{"start":"x"}}'), ...sample("README.md", "Run `pnpm strat`.")],
  ],
  good: [
    [...sample("package.json", '{"scripts":{"start":"x"}}'), ...sample("README.md", "Run `pnpm start`.")],
  ],
};

const PNPM_OWN = ["install", "add", "run", "exec", "workspace"];

const HOST = /https?:\/\/|git\+|\btarball:/;

export const lockFileNamesNoHost: Rule = {
  says: "the lock file names no host: whoever installs chooses the registry",
  breaches: (tree) =>
    tree
      .filter((file) => /(?:^|\/)(?:pnpm-lock\.yaml|\.npmrc|pnpm-workspace\.yaml)$/.test(file.path))
      .flatMap((file) => matches(file, HOST)),
  bad: [
    sample("pnpm-lock.yaml", "    resolution: {tarball: https://registry.test/a.tgz}"),
    sample(".npmrc", "registry=http://registry.test/"),
  ],
  good: [sample("pnpm-lock.yaml", "    resolution: {integrity: sha512-abc==}")],
};

const INEXACT = /^(?!workspace:\*$|\d+\.\d+\.\d+(?:-[\w.]+)?$).*/;

export const versionsAreExact: Rule = {
  says: "every dependency is pinned to one version",
  breaches: (tree) =>
    tree
      .filter((file) => /(?:^|\/)package\.json$/.test(file.path))
      .flatMap((file) => {
        const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(file.text);
        return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((group) =>
          Object.entries(manifest[group] ?? {})
            .filter(([, version]) => INEXACT.test(version))
            .map(([name, version]) => `${file.path}: ${name} ${version}`),
        );
      }),
  bad: [sample("server/package.json", '{"dependencies":{"hono":"^4.13.19"}}')],
  good: [sample("server/package.json", '{"dependencies":{"hono":"4.13.19","@otklik/shared":"workspace:*"}}')],
};

function documents(tree: readonly TreeFile[]): readonly TreeFile[] {
  return tree.filter((file) => file.path.endsWith(".md"));
}

function foldersOf(name: string): string[] {
  const parts = name.split("/");
  return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join("/"));
}
