import { existsSync } from "node:fs";
import path from "node:path";
import { findChromium, onPath } from "../support/find-browser";

/** A browser that a person may try the extension in. */
export interface VisibleBrowser {
  readonly name: string;
  readonly executable: string;
}

interface Candidate {
  readonly name: string;
  /** Names on the search path, for Linux. */
  readonly programs: readonly string[];
  /** Below `/Applications` and below the person's own. */
  readonly mac: string;
  /** Below the folders in which Windows keeps programs. */
  readonly windows: string;
}

const CANDIDATES: readonly Candidate[] = [
  {
    name: "Chromium",
    programs: ["chromium", "chromium-browser"],
    mac: "Chromium.app/Contents/MacOS/Chromium",
    windows: "Chromium/Application/chrome.exe",
  },
  {
    name: "Chrome",
    programs: ["google-chrome", "google-chrome-stable"],
    mac: "Google Chrome.app/Contents/MacOS/Google Chrome",
    windows: "Google/Chrome/Application/chrome.exe",
  },
  {
    name: "Edge",
    programs: ["microsoft-edge", "microsoft-edge-stable"],
    mac: "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    windows: "Microsoft/Edge/Application/msedge.exe",
  },
  {
    name: "Yandex Browser",
    programs: ["yandex-browser", "yandex-browser-stable", "yandex-browser-beta"],
    mac: "Yandex.app/Contents/MacOS/Yandex",
    windows: "Yandex/YandexBrowser/Application/browser.exe",
  },
];

/** The first of Chromium, Chrome, Edge and Yandex Browser that is installed; null when none is. */
export function findVisibleBrowser(): VisibleBrowser | null {
  for (const { name, programs, mac, windows } of CANDIDATES) {
    const executable = onPath(programs) ?? firstThatExists(installed(mac, windows));
    if (executable !== null) return { name, executable };
  }
  const executable = findChromium();
  return executable === null ? null : { name: "Chromium", executable };
}

/** Why no window can be shown, in one sentence; null when it can. */
export function whyNoDisplay(): string | null {
  if (process.platform !== "linux") return null;
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return null;
  return "There is no display here to open a browser on: run it in a desktop session, or set DISPLAY.";
}

function installed(mac: string, windows: string): string[] {
  const { HOME, LOCALAPPDATA, ProgramFiles } = process.env;
  if (process.platform === "darwin")
    return ["/Applications", `${HOME}/Applications`].map((top) => path.join(top, mac));
  if (process.platform !== "win32") return [];
  return [LOCALAPPDATA, ProgramFiles, process.env["ProgramFiles(x86)"]]
    .filter((top) => top !== undefined)
    .map((top) => path.join(top, windows));
}

function firstThatExists(files: readonly string[]): string | null {
  return files.find((file) => existsSync(file)) ?? null;
}
