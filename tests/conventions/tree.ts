import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface TreeFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const TEXT = /\.(?:ts|tsx|json|jsonc|md|html|css|yaml|yml|sql|svg|sh)$|(?:^|\/)(?:run|\.npmrc|LICENSE)$/;

/** Every file that belongs to the project: those of git and new ones that it does not ignore. Pictures have no text. */
export function projectTree(): readonly TreeFile[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split("\0"))]
    .filter((name) => existsSync(path.join(ROOT, name)))
    .map((name) => ({
      path: name,
      text: TEXT.test(name) ? readFileSync(path.join(ROOT, name), "utf8") : "",
    }));
}

export function isCode(file: TreeFile): boolean {
  return /\.tsx?$/.test(file.path);
}

export function isTest(file: TreeFile): boolean {
  return /\.test\.tsx?$/.test(file.path) || file.path.startsWith("tests/");
}

/** Code that people run, without its tests. */
export function productCode(tree: readonly TreeFile[], under = ""): readonly TreeFile[] {
  return tree.filter((file) => isCode(file) && !isTest(file) && file.path.startsWith(under));
}
