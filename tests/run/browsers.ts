import { findChromium, findFirefox, HEADLESS_SHELL, onPath } from "../support/find-browser";
import { bin, type Outcome, ROOT, runCommand, type Step } from "./step";

type Browser = "chromium" | "firefox";

const DEBIAN_PACKAGES: Record<Browser, readonly string[]> = {
  chromium: ["chromium", "fonts-dejavu", "fonts-noto-color-emoji", "xvfb", "xdotool"],
  firefox: ["firefox-esr", "fonts-dejavu"],
};

const ASK: Record<Browser, string> = {
  chromium: "Install Chromium (Debian: apt install chromium xvfb xdotool), or name it in CHROMIUM.",
  firefox: "Install Firefox ESR (Debian: apt install firefox-esr), or name it in FIREFOX.",
};

const GOOD: Outcome = { ok: true, passed: 0, failed: 0, skipped: 0, output: "" };

/** Makes sure that the browsers are there: installs the missing ones, or says in one sentence what to install. */
export function browsersPresent(wanted: readonly Browser[]): Step {
  return {
    name: "browsers",
    async run() {
      const missing = wanted.filter((browser) => !isThere(browser));
      const output = missing.length > 0 ? await install(missing) : "";
      const still = missing.filter((browser) => !isThere(browser));
      if (still.length > 0) {
        return {
          ...GOOD,
          ok: false,
          output: `${output}\n${still.map((browser) => ASK[browser]).join("\n")}`,
        };
      }
      // Where it cannot be had, the whole of Chromium takes its place, slower.
      if (wanted.includes("chromium") && onPath([HEADLESS_SHELL]) === null && mayInstall()) {
        await addPackages([HEADLESS_SHELL]);
      }
      return GOOD;
    },
  };
}

/** Chromium is driven once as a person does it, by keys on a display. */
function isThere(browser: Browser): boolean {
  if (browser === "firefox") return findFirefox() !== null;
  const hasDisplay =
    process.platform !== "linux" || ["Xvfb", "xdotool"].every((name) => onPath([name]) !== null);
  return findChromium() !== null && hasDisplay;
}

async function install(missing: readonly Browser[]): Promise<string> {
  if (mayInstall()) {
    const update = await runCommand("apt-get", ["update"], ROOT);
    const added = await addPackages(missing.flatMap((browser) => DEBIAN_PACKAGES[browser]));
    return update.output + added.output;
  }
  // Playwright brings its own Chromium; its Firefox is patched and lacks what the test drives.
  if (!missing.includes("chromium")) return "";
  return (await runCommand(bin("playwright-core", "tests"), ["install", "chromium"], ROOT)).output;
}

function mayInstall(): boolean {
  return onPath(["apt-get"]) !== null && process.getuid?.() === 0;
}

function addPackages(packages: readonly string[]) {
  return runCommand("apt-get", ["install", "-y", "--no-install-recommends", ...packages], ROOT);
}
