import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout, from the sources and from the built bundle alike. */
export const workspaceRoot: string = findUpwards(
  path.dirname(fileURLToPath(import.meta.url)),
  "pnpm-workspace.yaml",
);

/** The server's own folder: migrations and the built desk lie in it. */
export const serverRoot: string = path.join(workspaceRoot, "server");

function findUpwards(from: string, name: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, name))) return folder;
    if (path.dirname(folder) === folder) throw new Error(`No ${name} above ${from}`);
  }
}
