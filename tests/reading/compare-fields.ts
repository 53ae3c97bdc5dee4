import { bareWords } from "@otklik/extension/clip/bare-words";
import type { Author, PostedAt } from "@otklik/shared/complaint/clip";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const HEAD = 60;

/** A name or a handle, case, spaces and signs aside; both in one line count too. A name of signs alone is compared as it is. */
export function isSameAuthor(found: Author | null, expected: string): boolean {
  if (found === null) return false;
  const { name, handle } = found;
  const said = [name, handle, `${name ?? ""} ${handle ?? ""}`].filter((one) => one !== null);
  const wanted = bareWords(expected);
  return said.some((one) => (wanted === "" ? one.trim() === expected.trim() : bareWords(one) === wanted));
}

/**
 * Whether a post's time is the expected one, to the minute. An expectation that tells only a day, or midnight of
 * UTC exactly, is met by that day or by an instant within that day of UTC. One that names no zone is met in UTC and in
 * the zone of this machine.
 */
export function isSameTime(found: PostedAt | null, expected: string): boolean {
  if (found === null) return false;
  const at = found.at === null ? null : Date.parse(found.at);
  const day = dayTold(expected);
  if (day !== null) {
    const start = Date.parse(`${day}T00:00:00Z`);
    return found.day === day || (at !== null && at >= start && at < start + DAY_MS);
  }
  if (at === null) return false;
  const text = expected.trim().replace(" ", "T");
  const readings = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? [text] : [`${text}Z`, text];
  return readings.some((reading) => Math.abs(Date.parse(reading) - at) <= MINUTE_MS);
}

/** The day, where an expectation tells no more than that. */
function dayTold(expected: string): string | null {
  const [, day = null] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?$/i.exec(expected.trim()) ?? [];
  return day;
}

/**
 * Whether the words begin alike: by the first 60 letters and digits. Where both have so many, our beginning may also
 * stand within the expected words: pages that describe themselves put counters and the author before them.
 */
export function isSameHead(found: string | null, expected: string): boolean {
  const [ours, theirs] = [bareWords(found ?? ""), bareWords(expected)];
  if (theirs === "") return found !== null && found.trim() === expected.trim();
  if (ours.slice(0, HEAD) === theirs.slice(0, HEAD)) return true;
  return ours.length >= HEAD && theirs.length >= HEAD && theirs.includes(ours.slice(0, HEAD));
}

/** Whether the words are the same from first to last, by letters and digits. */
export function isSameWhole(found: string | null, expected: string): boolean {
  return found !== null && bareWords(found) === bareWords(expected);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The words of markup, for comparing alone: tags are spaces. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#(x?)([\da-f]+);/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex === "" ? 10 : 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
