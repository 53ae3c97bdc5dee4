import type { Locale } from "@otklik/shared/people/locale";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
// Brings the type of what the global set-up provides, for whoever imports this file alone.
import type {} from "./global-browser";
import { signIn, type TestPerson } from "./organisation";
import type { ServerProcess } from "./server-process";

export interface Look {
  readonly locale: Locale;
  readonly colorScheme: "light" | "dark";
}

/** Each language, one by day and one by night: colours do not depend on the language. */
export const LOOKS: readonly Look[] = [
  { locale: "ru", colorScheme: "light" },
  { locale: "en", colorScheme: "dark" },
];

/** A Chromium without the extension, as people at the desk have it; `close` ends the visits. */
export interface DeskBrowser {
  /** A fresh visitor, signed in when a person is given. */
  visit(look?: Look, person?: TestPerson): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  close(): Promise<void>;
}

/** Connects to the run's one Chromium, for the pages of this server. */
export async function openDeskBrowser(server: ServerProcess): Promise<DeskBrowser> {
  const browser = await chromium.connect(inject("deskBrowser"));
  return {
    async visit(look = { locale: "ru", colorScheme: "light" }, person) {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: look.locale === "ru" ? "ru-RU" : "en-GB",
        colorScheme: look.colorScheme,
      });
      if (person !== undefined) {
        const { cookie } = await signIn(server.db, person);
        const [name = "", value = ""] = cookie.split("=");
        await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: "Lax" }]);
      }
      return { context, page: await context.newPage() };
    },
    close: () => browser.close(),
  };
}
