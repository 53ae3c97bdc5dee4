import { accessSync, constants } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

/** Both Debian's package and its program. */
export const HEADLESS_SHELL = "chromium-headless-shell";

/** Chromium as Debian, Ubuntu or Playwright install it; null when there is none. */
export function findChromium(): string | null {
  return (
    process.env.CHROMIUM ?? onPath(["chromium", "chromium-browser"]) ?? existing(chromium.executablePath())
  );
}

/**
 * Chromium without windows, where Debian has it apart: it opens a page for a fifth of the work, and takes no
 * extensions. Else the whole of Chromium; null when there is none.
 */
export function findHeadlessChromium(): string | null {
  return onPath([HEADLESS_SHELL]) ?? findChromium();
}

/** Firefox, the extended support release first: it is what the test drives. */
export function findFirefox(): string | null {
  return process.env.FIREFOX ?? onPath(["firefox-esr", "firefox"]);
}

/** The first of the programs that the search path holds. */
export function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  for (const name of names) {
    for (const folder of folders) {
      const found = existing(path.join(folder, name));
      if (found !== null) return found;
    }
  }
  return null;
}

function existing(file: string): string | null {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return null;
  }
}
