import { sayComplaint } from "@otklik/shared/messages/complaint/index";
import type { Locale } from "@otklik/shared/people/locale";
import type { Locator, Page } from "playwright-core";
import { sayDraft } from "../../extension/messages/draft/index";
import type { ExtensionBrowser } from "./chromium";

/** The side panel's page, which a test opens in a tab: headless browsers have no panel. */
export interface SidePanelPage {
  readonly page: Page;
  field(name: "narrative" | "authorName" | "permalink" | "kind" | "topic" | "channel"): Locator;
  send(): Promise<void>;
  /** Waits until the panel says that it is registered under this number. */
  registered(number: string): Promise<void>;
  /** Waits until the panel says that it is in the queue. */
  queued(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the side panel's page and waits for nothing more than its loading. */
export async function openSidePanel(
  browser: ExtensionBrowser,
  locale: Locale = "ru",
): Promise<SidePanelPage> {
  const page = await browser.openOwnPage("sidepanel.html");
  return {
    page,
    field: (name) => page.getByLabel(sayDraft(locale, `field.${name}`), { exact: true }),
    send: () => page.getByRole("button", { name: sayDraft(locale, "send"), exact: true }).click(),
    async registered(number) {
      const said = `${sayDraft(locale, "sent.registered")} ${sayComplaint(locale, "number", { number })}`;
      await page.getByText(said).waitFor();
    },
    async queued() {
      await page.getByText(sayDraft(locale, "sent.queued"), { exact: true }).waitFor();
    },
    close: () => page.close(),
  };
}
