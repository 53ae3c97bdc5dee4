import { readLockFile } from "../lock-file";
import { type Rule, sample } from "../rule";
import type { TreeFile } from "../tree";

/** The first versions without a known weakness that matters here. */
const FLOORS: Readonly<Record<string, string>> = {
  hono: "4.12.25",
  nodemailer: "10.6.0",
  undici: "7.30.2",
  dompurify: "3.4.18",
};

const INTEGRITY = /^\{integrity: sha512-[A-Za-z0-9+/]{86}==\}$/;
const SEMVER = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/;
const GROUPS = ["dependencies", "devDependencies", "optionalDependencies"] as const;
const HASH = `sha512-${"a".repeat(86)}==`;

/** A lock file with these lines under `packages`. */
const lock = (...lines: readonly string[]) =>
  sample("pnpm-lock.yaml", ["lockfileVersion: '9.0'", "packages:", ...lines].join("\n"));

export const packagesAreOfTheRegistry: Rule = {
  says: "every package of the lock file is a version of the registry, held by its SHA-512",
  breaches: (tree) =>
    locksIn(tree).flatMap(({ path, packages }) =>
      packages
        .filter(({ version, resolution }) => !SEMVER.test(version) || !INTEGRITY.test(resolution))
        .map(({ name, version, resolution }) => `${path}: ${name}@${version} ${resolution}`),
    ),
  bad: [
    lock("  hono@4.13.19:", "    resolution: {integrity: sha1-abc=}"),
    lock("  hono@4.13.19:", "    engines: {node: '>=16'}"),
    lock("  hono@4.13.19:", `    resolution: {integrity: ${HASH}, tarball: a.tgz}`),
    lock("  hono@https://codeload.test/a.tgz:", `    resolution: {integrity: ${HASH}}`),
    lock("  'hono@file:../hono':", "    resolution: {directory: ../hono, type: directory}"),
    lock("  hono@git+ssh://git.test/hono:", "    resolution: {commit: abc, repo: git.test, type: git}"),
  ],
  good: [
    lock("  hono@4.13.19:", `    resolution: {integrity: ${HASH}}`),
    lock("  '@scope/name@1.0.0-beta.1':", `    resolution: {integrity: ${HASH}}`, "    engines: {node: '*'}"),
  ],
};

export const versionsHaveFloors: Rule = {
  says: `no package is older than the first version without a known weakness: ${Object.keys(FLOORS).join(", ")}`,
  breaches: (tree) =>
    locksIn(tree).flatMap(({ path, packages }) =>
      packages
        .filter(({ name, version }) => isBelow(version, FLOORS[name] ?? "0.0.0"))
        .map(({ name, version }) => `${path}: ${name}@${version} is older than ${FLOORS[name]}`),
    ),
  bad: [
    lock("  hono@4.12.24:"),
    lock("  hono@4.12.25-rc.1:"),
    lock("  undici@7.30.2:", "  undici@6.99.99:"),
    lock("  dompurify@3.4.9:"),
  ],
  good: [lock("  hono@4.12.25:", "  undici@7.31.0:", "  nodemailer@11.0.0:", "  other@0.0.1:")],
};

export const lockIsInStep: Rule = {
  says: "the lock file is in step with every package.json",
  breaches: (tree) =>
    locksIn(tree).flatMap(({ path, specifiers }) => {
      const wanted = new Set(tree.flatMap(wantedBy));
      const locked = new Set(
        [...specifiers].flatMap(([folder, names]) => [...names].map((pair) => line(folder, ...pair))),
      );
      return [
        ...[...wanted].filter((one) => !locked.has(one)).map((one) => `${path}: lacks ${one}`),
        ...[...locked].filter((one) => !wanted.has(one)).map((one) => `${path}: nobody wants ${one}`),
      ];
    }),
  bad: [
    [...lockOf("server", "hono", "4.13.19"), ...manifestOf("server", "hono", "4.13.20")],
    [...lockOf("server", "hono", "4.13.19"), ...manifestOf("extension", "hono", "4.13.19")],
    [...lockOf("server", "hono", "4.13.19")],
  ],
  good: [
    [...lockOf("server", "hono", "4.13.19"), ...manifestOf("server", "hono", "4.13.19")],
    [...lockOf(".", "@biomejs/biome", "2.6.8"), ...manifestOf(".", "@biomejs/biome", "2.6.8")],
  ],
};

function locksIn(tree: readonly TreeFile[]) {
  return tree
    .filter(({ path }) => path === "pnpm-lock.yaml")
    .map(({ path, text }) => ({ path, ...readLockFile(text) }));
}

function wantedBy({ path, text }: TreeFile): string[] {
  if (!/^(?:[a-z]+\/)?package\.json$/.test(path)) return [];
  const folder = path.includes("/") ? path.slice(0, path.indexOf("/")) : ".";
  const manifest: Partial<Record<(typeof GROUPS)[number], Record<string, string>>> = JSON.parse(text);
  return GROUPS.flatMap((group) =>
    Object.entries(manifest[group] ?? {}).map((pair) => line(folder, ...pair)),
  );
}

function line(folder: string, name: string, specifier: string): string {
  return `${name} ${specifier} of ${folder}`;
}

/** A version before a release comes before it. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = "", ...rest] = version.split("-");
  const [one, other] = [numbers, floor].map((text) => text.split(".").map(Number));
  for (let n = 0; n < 3; n++) {
    const difference = (one?.[n] ?? 0) - (other?.[n] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return rest.length > 0;
}

function lockOf(folder: string, name: string, specifier: string): readonly TreeFile[] {
  const lines = [
    "importers:",
    `  ${folder}:`,
    "    dependencies:",
    `      '${name}':`,
    `        specifier: ${specifier}`,
  ];
  return sample("pnpm-lock.yaml", lines.join("\n"));
}

function manifestOf(folder: string, name: string, specifier: string): readonly TreeFile[] {
  const path = folder === "." ? "package.json" : `${folder}/package.json`;
  return sample(path, JSON.stringify({ dependencies: { [name]: specifier } }));
}
