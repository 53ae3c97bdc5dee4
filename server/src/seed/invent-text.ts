import type { ComplaintKind } from "@otklik/shared/complaint/vocabulary";
import type { Locale } from "@otklik/shared/people/locale";
import type { Phrases, SeedTopic } from "./phrases";
import { en } from "./phrases-en";
import { ru } from "./phrases-ru";
import type { Random } from "./random";

const PHRASES: Readonly<Record<Locale, Phrases>> = { en, ru };

/** What an invented person wrote, and who they are. */
export interface InventedText {
  readonly name: string;
  readonly handle: string;
  readonly narrative: string;
  readonly remedySought: string | null;
  /** Titles of the pages it may stand on. */
  readonly pages: Phrases["pages"];
}

/**
 * Makes a text by a small grammar: an opening, one or two incidents of the topic, what came of
 * it, and an ending that fits the kind.
 */
export function inventText(
  random: Random,
  locale: Locale,
  kind: ComplaintKind,
  topic: SeedTopic,
): InventedText {
  const phrases = PHRASES[locale];
  const { name, handle } = random.pick(phrases.people);
  const values: Readonly<Record<string, string>> = {
    name,
    item: random.pick(phrases.items),
    order: String(random.int(100_000, 999_999)),
    days: String(random.int(2, 21)),
    sum: sayAmount(locale, random.int(4, 190) * 100),
    hour: `${random.int(8, 20)}:${random.pick(["00", "15", "30"])}`,
  };
  const sentences = [
    ...(random.chance(0.7) ? [random.pick(phrases.openings)] : []),
    ...pickSome(random, phrases.incidents[topic], random.int(1, 2)),
    ...pickSome(random, phrases.consequences, random.int(0, 2)),
    random.pick(phrases.endings[kind]),
  ].map((sentence) => capitalised(fill(sentence, values)));
  return {
    name,
    handle,
    narrative: inParagraphs(random, sentences),
    remedySought: kind === "claim" ? fill(random.pick(phrases.remedies), values) : null,
    pages: {
      social: fill(phrases.pages.social, values),
      review: phrases.pages.review,
      inbox: fill(phrases.pages.inbox, values),
      desk: phrases.pages.desk,
    },
  };
}

/** In the order of the list, none twice. */
function pickSome(random: Random, list: readonly string[], count: number): string[] {
  const picked = new Set<string>();
  while (picked.size < Math.min(count, list.length)) picked.add(random.pick(list));
  return list.filter((entry) => picked.has(entry));
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}

function sayAmount(locale: Locale, roubles: number): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "RUB",
    maximumFractionDigits: 0,
  }).format(roubles);
}

function inParagraphs(random: Random, sentences: readonly string[]): string {
  return sentences.reduce((text, sentence) => `${text}${random.chance(0.2) ? "\n" : " "}${sentence}`);
}
