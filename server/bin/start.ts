import { readEnv } from "../src/env";
import { StartRefusal } from "../src/start-refusal";
import { buildChanged } from "./build-changed";
import { EXTENSION_FOLDER, FIREFOX_EXTENSION_FOLDER, PRODUCTS } from "./products";
import { runServer } from "./run-server";

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

function printExtension(): void {
  print(
    "",
    `The extension is in ${EXTENSION_FOLDER}`,
    "  Chrome, Edge, Yandex Browser: open chrome://extensions, turn on developer mode,",
    "  press “Load unpacked” and choose that folder.",
    `The one for Firefox is in ${FIREFOX_EXTENSION_FOLDER}`,
    "  Open about:debugging#/runtime/this-firefox, press “Load Temporary Add-on…”",
    "  and choose manifest.json in that folder.",
    "",
    "Press Ctrl-C to stop.",
  );
}

try {
  // A wrong setting is told at once, not after the build.
  readEnv(process.env);
  await buildChanged(PRODUCTS, print);
  process.exitCode = await runServer(printExtension);
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
