import { bin, commands, type Step } from "./step";

/** The server's bundle and the desk's pages. */
export function buildServer(): Step {
  return commands("build of server and desk", [
    [bin("vite", "server"), "build", "server", "--config", "server/vite.config.ts"],
    [bin("vite", "server"), "build", "server/web", "--config", "server/web/vite.config.ts"],
  ]);
}

/** The extension for Chromium and for Firefox. */
export function buildExtension(): Step {
  return commands("build of the extension", [
    [bin("wxt", "extension"), "build", "extension", "--mv3", "-b", "chrome"],
    [bin("wxt", "extension"), "build", "extension", "--mv3", "-b", "firefox"],
  ]);
}
