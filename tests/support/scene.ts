import type { Locale } from "@otklik/shared/people/locale";
import { type ExtensionBrowser, launchChromium } from "./chromium";
import { daytimeZone } from "./daytime-zone";
import { openAll } from "./open-all";
import {
  makeDevice,
  makeOrganisation,
  makePerson,
  type TestDevice,
  type TestOrganisation,
  type TestPerson,
} from "./organisation";
import { type SamplePages, servePages } from "./sample-pages";
import { type ServerProcess, startServer } from "./server-process";

/** An agent at work: a running server, an organisation, pages with complaints and a paired browser. */
export interface Scene {
  readonly server: ServerProcess;
  readonly organisation: TestOrganisation;
  readonly person: TestPerson;
  readonly pages: SamplePages;
  browser: ExtensionBrowser;
  /** The paired extension's. */
  readonly device: TestDevice;
  close(): Promise<void>;
}

/** Sets the scene in Chromium; the language is that of extension and desk. */
export async function setScene(options: { readonly locale?: Locale } = {}): Promise<Scene> {
  const { locale = "ru" } = options;
  const [server, pages, browser] = await openAll<[ServerProcess, SamplePages, ExtensionBrowser]>([
    startServer(),
    servePages(),
    launchChromium(),
  ]);
  const organisation = await makeOrganisation(server.db, { zone: daytimeZone(new Date()), locale });
  const person = await makePerson(server.db, organisation, { roles: ["admin"] });
  const device = await makeDevice(server.db, person, { origin: browser.origin });
  const scene: Scene = {
    ...{ server, organisation, person, pages, browser, device },
    async close() {
      await scene.browser.close();
      await pages.close();
      await server.close();
    },
  };
  await pair(scene, locale);
  return scene;
}

/** Puts the extension's storage as pairing leaves it; pairing itself has a test of its own. */
async function pair({ server, device, browser }: Scene, locale: Locale): Promise<void> {
  const connection = {
    origin: server.url,
    token: device.token,
    deviceId: device.id,
    pairedAt: new Date().toISOString(),
    rejectedAt: null,
  };
  const page = await browser.openOwnPage("options.html");
  await page.evaluate(
    async ([connection, settings]) => {
      await chrome.storage.local.set({ connection, settings });
      await chrome.runtime.sendMessage({ type: "refresh" }).catch(() => undefined);
    },
    [connection, { locale, serverUrl: server.url }] as const,
  );
  await page.close();
}
