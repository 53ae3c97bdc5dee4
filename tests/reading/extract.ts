import { readFile } from "node:fs/promises";
import { EXTRACT_HELP, readExtractOptions } from "./extract-options";
import { terminalLocale } from "./messages";
import { printClip, printMail } from "./print-clip";
import { readMail } from "./read-mail";
import { openReadingBrowser } from "./reading-browser";
import { ReadingRefusal, runCommandLine } from "./reading-refusal";

/* `pnpm --silent extract …`: prints the clip of a saved page and nothing else. */
await runCommandLine(async () => {
  const options = readExtractOptions(process.argv.slice(2));
  if (options === null) return EXTRACT_HELP;
  const bytes = await readFile(options.file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "is not there" : "cannot be read";
    throw new ReadingRefusal(`The file ${options.file} ${why}.`, { cause: error });
  });
  const locale = terminalLocale(process.env);
  if (options.url === null) {
    const { post, notes } = await readMail(bytes);
    return options.json ? JSON.stringify({ ...post, notes }, null, 2) : printMail(post, notes, locale);
  }
  const browser = await openReadingBrowser();
  try {
    const clip = await browser.read({ html: bytes, url: options.url }, options.target);
    return options.json ? JSON.stringify(clip, null, 2) : printClip(clip, locale);
  } finally {
    await browser.close();
  }
});
