import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** What a vector sets that has run. */
    __pwned?: unknown;
  }
}

/** What a page has done that no page of the desk does. */
export interface WatchedPage {
  /** What its content policy has stopped. */
  readonly stopped: readonly string[];
  /** Addresses of other servers that it has asked for. */
  readonly abroad: readonly string[];
  /** Whether anything that came from outside has run. */
  hasRun(): Promise<boolean>;
}

/** Watches the page from its next navigation on. */
export async function watchPage(page: Page, ownOrigin: string): Promise<WatchedPage> {
  const stopped: string[] = [];
  const abroad: string[] = [];
  await page.exposeFunction("__stopped", (what: string) => stopped.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (violation) => {
      const report: unknown = Reflect.get(window, "__stopped");
      if (typeof report === "function") report(`${violation.violatedDirective} ${violation.blockedURI}`);
    });
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== ownOrigin && /^https?:$/.test(protocol)) abroad.push(request.url());
  });
  page.on("dialog", (dialog) => {
    stopped.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    stopped,
    abroad,
    hasRun: () => page.evaluate(() => window.__pwned !== undefined),
  };
}
