import path from "node:path";
import { workspaceRoot } from "../src/workspace";

/** One thing that is built from the sources before the server starts. */
export interface Product {
  /** As it is told while it is built. */
  readonly name: string;
  /** Files and folders, from the root of the checkout, whose content decides whether it is built again. */
  readonly sources: readonly string[];
  /** Files that are there when it is whole. */
  readonly results: readonly string[];
  /** Run one after the other, in the root of the checkout. */
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
}

export const EXTENSION_FOLDER: string = path.join(workspaceRoot, "extension", ".output", "chrome-mv3");
export const FIREFOX_EXTENSION_FOLDER: string = path.join(
  workspaceRoot,
  "extension",
  ".output",
  "firefox-mv3",
);

const SHARED = ["shared/src", "shared/package.json", "pnpm-lock.yaml", "tsconfig.json"];

export const PRODUCTS: readonly Product[] = [
  {
    name: "server",
    sources: ["server/src", "server/vite.config.ts", "server/package.json", ...SHARED],
    results: ["server/dist/main.js"],
    commands: [[programOf("server", "vite"), "build", "server", "--config", "server/vite.config.ts"]],
  },
  {
    name: "desk",
    sources: ["server/web", "server/package.json", ...SHARED],
    results: ["server/web/dist/index.html", "server/web/dist/verify.html"],
    commands: [[programOf("server", "vite"), "build", "server/web", "--config", "server/web/vite.config.ts"]],
  },
  {
    name: "extension",
    sources: ["extension", ...SHARED],
    results: ["extension/.output/chrome-mv3/manifest.json", "extension/.output/firefox-mv3/manifest.json"],
    // In turn: both write the same generated types.
    commands: ["chrome", "firefox"].map((browser) => [
      programOf("extension", "wxt"),
      "build",
      "extension",
      "--mv3",
      "-b",
      browser,
    ]),
  },
];

function programOf(folder: string, name: string): string {
  const suffix = process.platform === "win32" ? ".CMD" : "";
  return path.join(workspaceRoot, folder, "node_modules", ".bin", `${name}${suffix}`);
}
