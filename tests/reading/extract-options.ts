import { parseArgs } from "node:util";
import type { PointAt } from "./point-on-page";
import { ReadingRefusal } from "./reading-refusal";

export const EXTRACT_HELP = `Reads a saved page, or a mail file, as the extension does and prints the clip with the source of each field.

  pnpm --silent extract FILE.html --url URL [--select CSS | --quote "text"] [--json]
  pnpm --silent extract FILE.eml [--json]

  --url URL      the address at which the page is read; nothing is fetched
  --select CSS   the first element that it finds is the one that was pointed at
  --quote TEXT   these words are selected on the page, spaces aside
  --json         the whole clip as JSON

Without --select and --quote the page's main post is meant. The built extension is used, and built first where its
sources have changed. Scripts of the page do not run. Exit status 2 and one sentence when it cannot be done.`;

export interface ExtractOptions {
  readonly file: string;
  /** Null for a mail file. */
  readonly url: string | null;
  readonly target: PointAt;
  readonly json: boolean;
}

/**
 * @returns null when help is asked for
 * @throws ReadingRefusal for what cannot be understood
 */
export function readExtractOptions(words: readonly string[]): ExtractOptions | null {
  const { values, positionals } = parse(words);
  if (values.help === true) return null;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new ReadingRefusal("Name one file; see --help.");
  const { url, select, quote } = values;
  if (select !== undefined && quote !== undefined)
    throw new ReadingRefusal("Give --select or --quote, not both.");
  const isMail = isMailFile(file);
  if (!isMail && url === undefined) throw new ReadingRefusal("--url is needed: the address of the page.");
  if (!isMail && url !== undefined && !isWebAddress(url))
    throw new ReadingRefusal(`"${url}" is no web address: give one such as https://forum.example/topic/7.`);
  if (isMail && (select ?? quote) !== undefined)
    throw new ReadingRefusal("A mail file is read whole: --select and --quote are for pages.");
  return {
    file,
    url: isMail ? null : (url ?? null),
    target: select !== undefined ? { select } : quote !== undefined ? { quote } : {},
    json: values.json === true,
  };
}

/** Whether a page can be read at this address. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

export function isMailFile(file: string): boolean {
  return /\.eml$/i.test(file);
}

function parse(words: readonly string[]) {
  // Package managers hand on the `--` that keeps options from them.
  const args = words[0] === "--" ? words.slice(1) : [...words];
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: "string" },
        select: { type: "string" },
        quote: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    const [sentence = "The options cannot be read."] = String(
      error instanceof Error ? error.message : error,
    ).split(". ");
    throw new ReadingRefusal(`${sentence.replace(/\.$/, "")}; see --help.`, { cause: error });
  }
}
