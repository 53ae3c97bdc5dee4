import { readFile } from "node:fs/promises";
import path from "node:path";
import type { CapturedPost } from "@otklik/extension/clip/captured-page";
import { countAccuracy } from "./count-accuracy";
import { isMailFile } from "./extract-options";
import { readMail } from "./read-mail";
import { openReadingBrowser, type ReadingBrowser } from "./reading-browser";
import { ReadingRefusal, runCommandLine } from "./reading-refusal";
import { readSamples, type Sample, type Skipped } from "./samples";

const HELP = `Reads every page and mail that DIR/index.jsonl lists and prints as JSON, per channel, in all and of the real
pages alone, how many of author, time and text are right.

  pnpm --silent accuracy DIR

author  the name or the handle, case, spaces and signs aside
time    to the minute; an expectation of a day alone, or of midnight UTC, is met by that day
text    the first 60 letters and digits; where both have so many, ours may stand within the expected words, which
        on some pages begin with counters; the new text of a mail is compared whole

"none" counts the misses that had no value: an absent value is honest, a wrong one is not.
A field that is not expected is not counted. A line that cannot be read is listed as skipped with the reason.`;

/* `pnpm --silent accuracy DIR` */
await runCommandLine(async () => {
  const words = process.argv.slice(2).filter((word) => word !== "--");
  if (words.includes("--help")) return HELP;
  const [folder, ...others] = words;
  if (folder === undefined || others.length > 0) throw new ReadingRefusal("Name one folder; see --help.");
  const { samples, skipped } = await readSamples(folder);
  const browser = await openReadingBrowser();
  try {
    const read: { sample: Sample; post: CapturedPost }[] = [];
    for (const sample of samples) {
      const post = await readSample(browser, folder, sample);
      if ("reason" in post) skipped.push(post);
      else read.push({ sample, post });
    }
    return JSON.stringify(countAccuracy(read, skipped), null, 2);
  } finally {
    await browser.close();
  }
});

async function readSample(
  browser: ReadingBrowser,
  folder: string,
  sample: Sample,
): Promise<CapturedPost | Skipped> {
  const { file, url } = sample;
  const bytes = await readFile(path.join(folder, file)).catch(() => null);
  if (bytes === null) return { file, reason: "the file is not there" };
  try {
    if (isMailFile(file)) return (await readMail(bytes)).post;
    if (!/\.html?$/i.test(file)) return { file, reason: "neither a page nor a mail" };
    return await browser.read({ html: bytes, url });
  } catch (error) {
    return { file, reason: error instanceof Error ? error.message : String(error) };
  }
}
