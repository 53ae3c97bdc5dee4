import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findFirefox } from "./find-browser";
import { freePort } from "./free-port";
import { type Marionette, openMarionette } from "./marionette";
import { PAGES_HOST } from "./sample-pages";

export const FIREFOX_EXTENSION = fileURLToPath(
  new URL("../../extension/.output/firefox-mv3", import.meta.url),
);
const ADDON_ID = "clip@otklik.app";

/** A browser of nobody: no first-run pages, no calls home; our sample pages' name is loopback. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.localDomains": PAGES_HOST,
  "termsofuse.bypassNotification": true,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "trailhead.firstrun.didSeeAboutWelcome": true,
};

/** A Firefox with the built extension in a profile of its own. */
export interface FirefoxBrowser {
  readonly driver: Marionette;
  readonly addonId: string;
  /** What the browser sends as the extension's origin. */
  readonly origin: string;
  /** The address of one of the extension's own pages. */
  pageUrl(file: string): string;
  goTo(url: string): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Starts Firefox without a window and loads the extension. */
export async function launchFirefox(): Promise<FirefoxBrowser> {
  const executable = findFirefox();
  if (executable === null) throw new Error("There is no Firefox");
  const profile = await mkdtemp(path.join(tmpdir(), "otklik-firefox-"));
  const uuid = randomUUID();
  const port = await freePort();
  await writeFile(path.join(profile, "user.js"), preferencesFile(uuid, port));
  const child = spawn(
    executable,
    ["--marionette", "--remote-allow-system-access", "--no-remote", "--headless", "--profile", profile],
    { env: { ...process.env, MOZ_HEADLESS_WIDTH: "1280", MOZ_HEADLESS_HEIGHT: "900" }, stdio: "ignore" },
  );
  try {
    const driver = await openMarionette(port);
    await driver.send("Addon:Install", { path: FIREFOX_EXTENSION, temporary: true });
    return {
      driver,
      addonId: ADDON_ID,
      origin: `moz-extension://${uuid}`,
      pageUrl: (file) => `moz-extension://${uuid}/${file}`,
      goTo: async (url) => {
        await driver.send("WebDriver:Navigate", { url });
      },
      async close() {
        // The answer may be lost with the browser.
        await driver.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
        driver.close();
        await end(child, profile);
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    await end(child, profile);
    throw error;
  }
}

/** The extension's own address is random in each profile; here it is known from the start. */
function preferencesFile(uuid: string, port: number): string {
  const all = {
    ...PREFERENCES,
    "marionette.port": port,
    "extensions.webextensions.uuids": JSON.stringify({ [ADDON_ID]: uuid }),
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join("");
}

async function end(child: ChildProcess, profile: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await once(child, "exit");
    clearTimeout(patience);
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
