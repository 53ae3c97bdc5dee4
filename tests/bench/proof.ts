import { GATHERED } from "@otklik/extension/proof/gathering";
import { type ExtensionBrowser, launchChromium } from "../support/chromium";
import { clipFromMenu, selectText } from "../support/clip-gesture";
import { openAll } from "../support/open-all";
import { type SamplePages, servePages } from "../support/sample-pages";
import { forgetDrafts } from "../support/stored-draft";
import { until } from "../support/until";
import { median, report } from "./report";

const CLIPS = 5;

/** Milliseconds from a draft that is shown to all of its evidence, for an ordinary post: snapshot, pictures, the post alone. */
export async function measureProof(): Promise<void> {
  const [pages, browser] = await openAll<[SamplePages, ExtensionBrowser]>([servePages(), launchChromium()]);
  try {
    const times: number[] = [];
    for (let clip = 0; clip < CLIPS; clip++) {
      const page = await browser.context.newPage();
      await page.goto(pages.url("/"));
      await clipFromMenu(browser, page, await selectText(page, "#complaint"));
      times.push(
        await until("the evidence", async () => {
          const worker = await browser.worker();
          return worker.evaluate((name) => {
            const [measured] = performance.getEntriesByName(name);
            performance.clearMeasures(name);
            return measured?.duration;
          }, GATHERED);
        }),
      );
      await page.close();
      await forgetDrafts(browser);
    }
    report("capture.proof_ms", median(times), "ms", CLIPS);
  } finally {
    await browser.close();
    await pages.close();
  }
}
