import { readFile } from "node:fs/promises";
import path from "node:path";
import { wordsOfHtml } from "./compare-fields";
import { ReadingRefusal } from "./reading-refusal";

const NO_ADDRESS = "https://page.example/";

/** A saved page or mail with what is to be found on it; null is not asked for. */
export interface Sample {
  readonly file: string;
  readonly channel: string;
  readonly real: boolean;
  readonly url: string;
  readonly author: string | null;
  readonly time: string | null;
  readonly text: string | null;
  /** The new words of a mail, compared from first to last. */
  readonly wholeText: string | null;
}

export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/**
 * Reads `index.jsonl` of a folder.
 *
 * @throws ReadingRefusal when there is none
 */
export async function readSamples(folder: string): Promise<{ samples: Sample[]; skipped: Skipped[] }> {
  const text = await readFile(path.join(folder, "index.jsonl"), "utf8").catch((error: unknown) => {
    throw new ReadingRefusal(`There is no index.jsonl in ${folder}.`, { cause: error });
  });
  const samples: Sample[] = [];
  const skipped: Skipped[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const sample = sampleOf(parseJson(line));
    if (sample === null) skipped.push({ file: `line ${index + 1}`, reason: "not a line of the known form" });
    else if (asksNothing(sample))
      skipped.push({ file: sample.file, reason: "expects no author, time or text" });
    else samples.push(sample);
  }
  return { samples, skipped };
}

function sampleOf(line: unknown): Sample | null {
  const given = isRecord(line) ? line : {};
  const expected = isRecord(given.expect) ? given.expect : {};
  const file = words(given.file);
  const told = (name: string): string | null => words(expected[name]);
  if (file === null) return null;
  const html = told("textHtml");
  return {
    file,
    channel: words(given.channel) ?? "unknown",
    real: given.real === true,
    url: postAddress(words(given.url) ?? told("permalink") ?? NO_ADDRESS, told("channel"), told("id")),
    author: told("author") ?? told("handle"),
    time: told("postedAt") ?? told("created_at"),
    text: told("text") ?? (html === null ? null : wordsOfHtml(html)),
    wholeText: told("replyTextWithoutQuote"),
  };
}

/** A channel's page shows many messages: the address names the one that is meant. */
function postAddress(url: string, channel: string | null, id: string | null): string {
  return channel !== null && id !== null && /^https:\/\/t\.me\/s\/\w+\/?$/.test(url)
    ? `https://t.me/s/${channel}/${id}`
    : url;
}

function asksNothing({ author, time, text, wholeText }: Sample): boolean {
  return (author ?? time ?? text ?? wholeText) === null;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text with something in it; a number counts as its digits. */
function words(value: unknown): string | null {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && text.trim() !== "" ? text : null;
}
