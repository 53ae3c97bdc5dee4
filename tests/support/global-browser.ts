import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findHeadlessChromium } from "./find-browser";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the run's one Chromium, without the extension, is spoken to. */
    readonly deskBrowser: string;
  }
}

/** Starts one Chromium for the run: visitors are kept apart by its contexts. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findHeadlessChromium();
  if (executablePath === null) throw new Error("There is no Chromium");
  const browser = await chromium.launchServer({ executablePath, chromiumSandbox: false });
  project.provide("deskBrowser", browser.wsEndpoint());
  return () => browser.close();
}
