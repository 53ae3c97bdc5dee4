import { buildChanged } from "../../server/bin/build-changed";
import { PRODUCTS } from "../../server/bin/products";
import { readEnv } from "../../server/src/env";
import { StartRefusal } from "../../server/src/start-refusal";
import { servePages } from "../support/sample-pages";
import { findVisibleBrowser, whyNoDisplay } from "./find-visible-browser";
import { openBrowser } from "./try-browser";
import { openRegister } from "./try-register";

/*
 * `pnpm try`: a window with the extension, paired with the running server or one that is started
 * for it, on a page with complaints of invented people. It ends when the window is closed.
 */

const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

try {
  await tryOut();
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function tryOut(): Promise<void> {
  const noDisplay = whyNoDisplay();
  if (noDisplay !== null) throw new StartRefusal(noDisplay);
  const browser = findVisibleBrowser();
  if (browser === null)
    throw new StartRefusal("Install Chromium, Chrome, Edge or Yandex Browser to try it in.");
  const env = readEnv(process.env);
  await buildChanged(PRODUCTS, (line) => say(line));
  const register = await openRegister(env);
  const pages = await servePages();
  try {
    const window = await openBrowser(browser, register);
    process.once("SIGINT", () => void window.close());
    process.once("SIGTERM", () => void window.close());
    const [page = await window.context.newPage()] = window.context.pages();
    await page.goto(pages.url("/@sinitsa/110001"));
    await page.bringToFront();
    say(
      `${browser.name} is open on a complaint. Select its text, press the right button and choose to clip it,`,
      "or press Alt+Shift+K. More of them:",
      `  ${pages.url("/")}`,
      `The register: ${register.url}/complaints`,
    );
    if (register.credentials !== null) {
      const { email, password } = register.credentials;
      say(`  made for this and thrown away at the end: ${email}, password ${password}`);
    }
    say("Close the window to end.");
    await window.closed;
    await window.close();
  } finally {
    await pages.close();
    await register.close();
  }
}
